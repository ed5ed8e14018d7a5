import type { SessionId } from '#shared/protocol/ids.ts';
import { mayReturn, type Returning } from '#shared/session/mayReturn.ts';
import type { FactLog } from '#server/storage/factLog.ts';

/** Whether somebody whose sign-in or ticket has ended may come back to this session. Rule PER5. */
export type ReturnCheck = (sessionId: SessionId, who: Returning) => Promise<boolean>;

type ReturnCheckPorts = { readonly factLog: Pick<FactLog, 'read'>; readonly now: () => Date };

export function createReturnCheck({ factLog, now }: ReturnCheckPorts): ReturnCheck {
  return async (sessionId, who) => mayReturn(await factLog.read(sessionId), who, now().getTime());
}
