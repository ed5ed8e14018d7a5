import { useCallback, useEffect, useState } from 'react';
import { call } from '#client/api/http.ts';
import type { RecordingPurpose } from '#shared/domain/recording/recordedTracks.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import type { RecordingExportStatus } from '#shared/protocol/recordingExport.ts';

/** How often the server is asked, in ms: for progress while the file is made, then whether it still exists. */
const ASK_EVERY_MS: { readonly [I in RecordingExportStatus['is']]?: number } = { making: 1_000, ready: 5_000 };

export type RecordingExport = {
  /** Undefined until known. */
  readonly status: RecordingExportStatus | undefined;
  /** Whether a finished file was deleted: it was downloaded, or nobody fetched it in time. */
  readonly isGone: boolean;
  readonly failure: unknown;
  readonly begin: (purpose: RecordingPurpose) => void;
  readonly end: () => void;
  readonly look: () => void;
};

const NOT_KNOWN = { status: undefined, isGone: false };

/** Status of a session's export file. Asks again while the file is being made or exists. */
export function useRecordingExport(sessionId: SessionId): RecordingExport {
  const [{ status, isGone }, setKnown] = useState<Pick<RecordingExport, 'status' | 'isGone'>>(NOT_KNOWN);
  const [failure, setFailure] = useState<unknown>();

  const take = useCallback((asked: Promise<RecordingExportStatus>) => {
    asked.then(
      (next) => {
        setKnown((before) => {
          return { status: next, isGone: next.is === 'none' && (before.isGone || before.status?.is === 'ready') };
        });
        setFailure(undefined);
      },
      (error: unknown) => {
        setFailure(error);
      },
    );
  }, []);
  const look = useCallback(() => {
    take(call('recording-export:read', { sessionId }));
  }, [take, sessionId]);

  useEffect(look, [look]);
  useEffect(() => {
    const askAfterMs = status && ASK_EVERY_MS[status.is];
    if (askAfterMs === undefined) return undefined;
    const timer = setTimeout(look, askAfterMs);
    return () => {
      clearTimeout(timer);
    };
  }, [status, failure, look]);

  return {
    status,
    isGone,
    failure,
    begin: (purpose) => {
      take(call('recording-export:begin', { sessionId, body: { purpose } }));
    },
    end: () => {
      take(call('recording-export:end', { sessionId }));
    },
    look,
  };
}
