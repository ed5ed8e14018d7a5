import { useEffect, useState } from 'react';
import { getJson } from '#client/api/http.ts';
import { EXPORT_ROUTES, UnshownNames } from '#shared/protocol/exports.ts';
import type { SessionId } from '#shared/protocol/ids.ts';

/** The names that the PDF would show with a letter missing; none until it is known. */
export function useUnshownNames(sessionId: SessionId): readonly string[] {
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    let isOver = false;
    getJson(EXPORT_ROUTES.unshown(sessionId), UnshownNames).then(
      ({ names: found }) => {
        if (!isOver) setNames(found);
      },
      // The file itself says so too, and a session that cannot be exported says why at the download.
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [sessionId]);
  return names;
}
