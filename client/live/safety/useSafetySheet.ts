import { useCallback, useEffect, useState } from 'react';
import { useLiveParts, useQuietView } from '#client/live/LiveContext.tsx';
import type { OutputOf } from '#shared/protocol/contract.ts';

type SafetyAnswer = OutputOf<'safety:read'>;
export type SafetySheetHere = { readonly answer: SafetyAnswer | undefined; readonly reread: () => void };

/** The family's safety sheet. Kept on the page, because it is needed most when the connection is lost. */
export function useSafetySheet(): SafetySheetHere {
  const { live } = useLiveParts();
  const { connection } = useQuietView();
  const [answer, setAnswer] = useState<SafetyAnswer>();
  const isLive = connection === 'live';

  const reread = useCallback(() => {
    void live.ask('safety:read', {}).then((reply) => {
      // If it cannot be read again now, the earlier answer stays.
      if (reply.ok) setAnswer(reply.value);
    });
  }, [live]);

  useEffect(() => {
    if (isLive) reread();
  }, [isLive, reread]);

  return { answer, reread };
}
