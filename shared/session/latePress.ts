import type { FactOf } from '#shared/protocol/facts.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { type CodeEntry, findParticipant, type SessionState } from './sessionState.ts';

/** How long after the close a press may still come in, in ms: a laptop may have been shut over night. */
export const LATE_FOR_MS = 24 * 3_600_000;

type Press = FactOf<'code.recorded' | 'code.undone' | 'command.judged'>;

/**
 * Whether a log may hold a press that came in after the close: it was made before it, and nobody has put their name to the
 * record yet. Older logs hold presses that `whyNotHandedIn` refuses now, and still fold. Rule LOG5.
 */
export function mayComeLate({ phases, review }: Pick<SessionState, 'phases' | 'review'>, press: Press): boolean {
  const closedAt = phases.findLast(({ phase }) => phase === 'closed')?.since;
  if (closedAt === undefined || review.signedOff !== undefined || press.at > closedAt + LATE_FOR_MS) return false;
  return press.type !== 'code.recorded' || press.pressedAt <= closedAt;
}

const NOT_HERE = 'You were not in this session, so nothing that you press belongs to it.';
const TOO_EARLY = 'This was pressed before you came into the session.';
const AFTER_THE_CLOSE = 'The session was closed before this was pressed.';
const NO_TIME = 'The session is closed, and this does not say when it was pressed.';
const HAS_READ =
  'You have read the codes of this session since it was closed: what comes in now cannot count as coded live.';

/**
 * Why a press is not taken from a connection that was not in the session as it was made, or that comes after the close;
 * undefined where it is taken. `pressedAt` is in ms of session time; older pages do not send it with an undo or a
 * judgement. Rule LOG5.
 */
export function whyNotHandedIn(
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

/** Whether the log knows that the codes were shown to somebody after the close: a coding that is finished is compared. */
function hasRead({ openedBy, codings }: SessionState['review'], by: ParticipantId): boolean {
  return openedBy.includes(by) || codings.some(({ coder, finished }) => coder === by && finished);
}

/** When a code was pressed, in ms of session time, where it came in after the close; else undefined. Rule LOG5. */
export function latePressOf({ cameLate, pressedAt }: Pick<CodeEntry, 'cameLate' | 'pressedAt'>): number | undefined {
  return cameLate ? pressedAt : undefined;
}
