import { PROMPT_SHOWN_MS } from '#shared/domain/prompts.ts';
import type { PromptId } from '#shared/protocol/ids.ts';
import { programOf } from '../programOf.ts';
import type { PromptEntry, SessionState } from '../sessionState.ts';
import type { SequenceRun } from './sequenceRun.ts';
import { isAnother, sequenceRuns } from './sequenceSteps.ts';

/** Prompts whose step is over, and when (session time, ms) a clock next ends one's step. */
type PromptsOver = { readonly over: readonly PromptId[]; readonly nextAt: number | undefined };

/**
 * Prompts that may still be on a screen and whose step is over, in ms of session time. The step is the one in which it
 * was sent, as long as that is one thing to do or wait for. A prompt in play ends by its own time. Rule PRM2.
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

/** When the sequence reached something else to do or to wait for; the last with its clock. */
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
