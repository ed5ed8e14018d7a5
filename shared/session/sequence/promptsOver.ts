import { PROMPT_SHOWN_MS } from '#shared/domain/prompts.ts';
import type { PromptId } from '#shared/protocol/ids.ts';
import { programmeOf } from '../programmeOf.ts';
import type { SessionState } from '../sessionState.ts';
import { sequenceSteps } from './sequenceSteps.ts';

/**
 * The prompts that may still be on a screen and whose step of a command sequence is over at this session time, in ms. A prompt
 * belongs to the step in which it was sent; one that was sent in play belongs to none, and goes by its time alone. Rule PRM2.
 */
export function promptsOver(session: SessionState, now: number): readonly PromptId[] {
  const standing = session.prompts.filter(({ withdrawn, sentAt }) => !withdrawn && now - sentAt < PROMPT_SHOWN_MS);
  const programme = standing.length > 0 ? programmeOf(session) : undefined;
  if (programme === undefined) return [];
  const steps = sequenceSteps(session, programme, now);
  return standing
    .filter(({ sentAt }) => {
      const sentIn = steps.findLast(({ at }) => at <= sentAt);
      return sentIn !== undefined && sentIn.step !== 'play' && steps.some(({ at }) => at > sentAt);
    })
    .map(({ promptId }) => promptId);
}
