import { useCallback, useEffect, useState } from 'react';
import { deleteJson, getJson, postJson } from '#client/api/http.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import { RECORDING_EXPORT_ROUTES, RecordingExportStatus } from '#shared/protocol/recordingExport.ts';

/** How often it is asked how far the file is, in ms. */
const ASK_EVERY_MS = 1_000;

export type RecordingExport = {
  /** Undefined until it is known. */
  readonly status: RecordingExportStatus | undefined;
  readonly failure: unknown;
  readonly begin: () => void;
  readonly end: () => void;
  /** Asks anew; what was handed out is gone then. */
  readonly look: () => void;
};

/** How the one file of a session's recording stands, asked for again while it is being made. */
export function useRecordingExport(sessionId: SessionId): RecordingExport {
  const [status, setStatus] = useState<RecordingExportStatus>();
  const [failure, setFailure] = useState<unknown>();
  const url = RECORDING_EXPORT_ROUTES.status(sessionId);

  const take = useCallback((asked: Promise<RecordingExportStatus>) => {
    asked.then(
      (next) => {
        setStatus(next);
        setFailure(undefined);
      },
      (error: unknown) => {
        setFailure(error);
      },
    );
  }, []);
  const look = useCallback(() => {
    take(getJson(url, RecordingExportStatus));
  }, [take, url]);

  useEffect(look, [look]);
  useEffect(() => {
    if (status?.is !== 'making') return undefined;
    const timer = setTimeout(look, ASK_EVERY_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [status, failure, look]);

  return {
    status,
    failure,
    begin: () => {
      take(postJson(url, {}, RecordingExportStatus));
    },
    end: () => {
      take(deleteJson(url, RecordingExportStatus));
    },
    look,
  };
}
