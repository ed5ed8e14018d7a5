import type { SessionId } from '#shared/protocol/ids.ts';
import { mayReturn, type Returning } from '#shared/session/mayReturn.ts';
import type { FactLog } from '#server/storage/factLog.ts';

/** Whether somebody whose sign-in or ticket has ended may come back to this session. Rule PER5. */
export type WhoReturns = (sessionId: SessionId, who: Returning) => Promise<boolean>;

type WhoReturnsPorts = { readonly factLog: Pick<FactLog, 'read'>; readonly now: () => Date };

export function createWhoReturns({ factLog, now }: WhoReturnsPorts): WhoReturns {
  return async (sessionId, who) => mayReturn(await factLog.read(sessionId), who, now().getTime());
}
