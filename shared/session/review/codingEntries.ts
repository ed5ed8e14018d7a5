import { findCode, type Program } from '#shared/domain/programs/program.ts';
import { TOLERANCE_MS } from '#shared/domain/reliability/alignCodes.ts';
import { resolveCandidates } from '#shared/domain/scoring/resolveCandidates.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import type { ReviewEntryOf } from '#shared/protocol/review.ts';
import { type SessionState, startOf } from '../sessionState.ts';
import { isIndependent, reviewSight } from './reviewSight.ts';

/** A code that the program does not have. */
export const NO_SUCH_CODE = fail('invalid', 'This program has no such code.');
export const NOT_OPEN = fail('not-now', 'Open the review first, or finish the coding that you started.');

/** A reader can have only one second coding at a time, so that they are either coding or not. Rules REV1, REV4. */
export function startCoding(
  { codingId, windowId }: ReviewEntryOf<'coding.start'>,
  by: ParticipantId,
  coderName: string,
  state: SessionState,
): Reply<FactDraft> {
  if (state.windows.every((one) => one.windowId !== windowId))
    return fail('not-found', 'This session has no such window.');
  if (reviewSight(state, by) === 'coding') return NOT_OPEN;
  const independent = isIndependent(state, by, windowId);
  const named = { codingId, windowId, coderName, independent };
  return ok({ type: 'second-coding.started', by, ...named, source: 'recording' });
}

/** A code of the parent or child, in the window or as near as two coders' presses may be apart. Rules REV4, REL1. */
export function codeAgain(
  { codingId, codeId, code, heardAt, candidates, mode }: ReviewEntryOf<'coding.code'>,
  by: ParticipantId,
  state: SessionState,
  program: Program,
): Reply<FactDraft> {
  const resolved = candidates && mode ? resolveCandidates(program, candidates, mode) : code;
  const definition = resolved === undefined ? undefined : findCode(program, resolved);
  if (definition?.stream !== 'parent' && definition?.stream !== 'child') return NO_SUCH_CODE;
  if (!isInWindow(state, codingId, heardAt))
    return fail('invalid', 'This moment is not in the window that you are coding.');
  const why = candidates && mode ? { candidates, mode } : {};
  return ok({ type: 'second-coding.coded', by, codingId, codeId, code: definition.code, heardAt, ...why });
}

/** True if there is no such coding: the machine decides whether it can be written to. */
function isInWindow({ windows, review }: SessionState, codingId: string, at: number): boolean {
  const coding = review.codings.find((one) => one.codingId === codingId);
  const window = windows.find((one) => one.windowId === coding?.windowId);
  if (window === undefined) return true;
  const [from, to] = [startOf(window), window.spans.at(-1)?.[1]];
  return from !== undefined && to !== undefined && at >= from - TOLERANCE_MS && at <= to + TOLERANCE_MS;
}
