import type { FactOf } from '#shared/protocol/facts.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { type CodeEntry, findParticipant, type SessionState } from './sessionState.ts';

/** How long after the close a press may still arrive, in ms. A laptop may have been closed overnight. */
export const LATE_FOR_MS = 24 * 3_600_000;

type Press = FactOf<'code.recorded' | 'code.undone' | 'command.judged'>;

/** Made before the close, in a record not signed off. Old logs hold presses that are refused today. Rule LOG5. */
export function mayComeLate({ phases, review }: Pick<SessionState, 'phases' | 'review'>, press: Press): boolean {
  const closedAt = phases.findLast(({ phase }) => phase === 'closed')?.since;
  if (closedAt === undefined || review.signedOff !== undefined || press.at > closedAt + LATE_FOR_MS) return false;
  return press.type !== 'code.recorded' || press.pressedAt <= closedAt;
}

const NOT_HERE = 'You were not in this session, so your presses do not belong to it.';
const TOO_EARLY = 'You pressed this before you joined the session.';
const AFTER_THE_CLOSE = 'You pressed this after the session was closed.';
const NO_TIME = 'The session is closed, and this press does not say when it was made.';
const HAS_READ =
  'You have seen the codes of this session since it was closed, so this press cannot count as coded live.';

/**
 * Why a press is refused: its coder was not in the session then, or it comes too late. `pressedAt` is in ms of
 * session time; older pages send none with an undo or a judgment. Rule LOG5.
 */
export function whyPressRefused(
  state: Pick<SessionState, 'participants' | 'phases' | 'review'>,
  by: ParticipantId,
  pressedAt: number | undefined,
): string | undefined {
  const coder = findParticipant(state, by);
  if (coder?.device !== null) return NOT_HERE;
  if (pressedAt !== undefined && pressedAt < coder.joinedAt) return TOO_EARLY;
  const closedAt = state.phases.findLast(({ phase }) => phase === 'closed')?.since;
  if (closedAt === undefined) return undefined;
  if (hasRead(state.review, by)) return HAS_READ;
  if (pressedAt === undefined) return NO_TIME;
  return pressedAt > closedAt ? AFTER_THE_CLOSE : undefined;
}

/** Whether somebody saw the codes after the close, also by a finished coding, which is compared. */
function hasRead({ openedBy, codings }: SessionState['review'], by: ParticipantId): boolean {
  return openedBy.includes(by) || codings.some(({ coder, finished }) => coder === by && finished);
}

/** When a code was pressed, in ms of session time, if it arrived after the close; undefined otherwise. Rule LOG5. */
export function latePressOf({ cameLate, pressedAt }: Pick<CodeEntry, 'cameLate' | 'pressedAt'>): number | undefined {
  return cameLate ? pressedAt : undefined;
}
