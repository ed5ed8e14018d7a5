import { PROMPT_SHOWN_MS } from '#shared/domain/prompts.ts';
import type { PromptId } from '#shared/protocol/ids.ts';
import { programOf } from '../programOf.ts';
import type { PromptEntry, SessionState } from '../sessionState.ts';
import type { SequenceRun } from './sequenceRun.ts';
import { isAnother, sequenceRuns } from './sequenceSteps.ts';

/**
 * The prompts whose step is over, and the session time (ms) at which a clock next ends the step of a standing prompt.
 */
type PromptsOver = { readonly over: readonly PromptId[]; readonly nextAt: number | undefined };

/**
 * The prompts that may still be on a screen and whose step of a command sequence is over at this session time, in ms. A
 * prompt belongs to the step in which it was sent, as long as that is one thing to do or to wait for. A prompt that was
 * sent in play belongs to no step and ends by its own time. Rule PRM2.
 */
export function promptsOver(session: SessionState, now: number): PromptsOver {
  const standing = session.prompts.filter(({ withdrawn, sentAt }) => !withdrawn && now - sentAt < PROMPT_SHOWN_MS);
  const program = standing.length > 0 ? programOf(session) : undefined;
  if (program === undefined) return { over: [], nextAt: undefined };
  const places = placesIn([...sequenceRuns(session, program, now)]);
  const over = standing.filter((prompt) => isOver(prompt, places)).map(({ promptId }) => promptId);
  return { over, nextAt: over.length < standing.length ? places.at(-1)?.run.context.alarmAt : undefined };
}

type Place = { readonly run: SequenceRun; readonly at: number };

function isOver({ sentAt }: PromptEntry, places: readonly Place[]): boolean {
  const sentIn = places.findLast(({ at }) => at <= sentAt);
  return sentIn !== undefined && sentIn.run.value !== 'play' && places.some(({ at }) => at > sentAt);
}

/**
 * The moments at which the sequence reached something else to do or to wait for; the last one with its current clock.
 */
function placesIn(runs: readonly Place[]): readonly Place[] {
  const places: Place[] = [];
  for (const next of runs) {
    const last = places.at(-1);
    const isSame = last !== undefined && isSamePlace(next.run, last.run);
    if (isSame) places[places.length - 1] = { run: next.run, at: last.at };
    else places.push(next);
  }
  return places;
}

function isSamePlace(run: SequenceRun, before: SequenceRun): boolean {
  return JSON.stringify(run.value) === JSON.stringify(before.value) && !isAnother(run, before);
}
