import type { CommandSequence } from '../sequence/commandSequence.ts';
import type { CodedEvent } from './codedEvent.ts';

/** How an effective command was followed through, with what a screen needs to say why. Rule PDI4. */
export type FollowThrough =
  | { readonly is: 'correct' }
  /** Praised, yet without saying what for: not correct, and nearly so. */
  | { readonly is: 'near'; readonly due: string; readonly said: string }
  /** `due` was the code to come and `said` the one that came; the same one, `late`, where it came too late. */
  | { readonly is: 'incorrect'; readonly due: string; readonly said: string; readonly late: boolean }
  | { readonly is: 'not-due'; readonly why: 'stopped' | 'unfinished' | 'watched' };

/** What has to come next for a sequence to be correct. `since` is when the child complied. */
type Due =
  | { readonly step: 'praise'; readonly since: number }
  | { readonly step: 'warn' | 'chair' | 'release' | 'redo' | 'acknowledge' }
  | { readonly step: 'response' | 'warned-response' | 'redo-response' };

type Walked = Due | FollowThrough | undefined;

/** What a sequence is made of, and what of all codes the parent says aloud. */
export type Following = { readonly sequence: CommandSequence; readonly isSaid: (code: string) => boolean };

/** Walks from a command's response on until its follow-through is decided. Rule PDI4. */
export function followThrough(events: readonly CodedEvent[], responseAt: number, following: Following): FollowThrough {
  let due: Due = { step: 'response' };
  for (const event of events.slice(responseAt)) {
    const walked = walk(due, event, following);
    if (walked === undefined) continue;
    if ('is' in walked) return walked;
    due = walked;
  }
  return { is: 'not-due', why: 'unfinished' };
}

/** What an event makes of what was due; undefined where it changes nothing. */
function walk(due: Due, event: CodedEvent, { sequence, isSaid }: Following): Walked {
  const { steps } = sequence;
  if (event.code === steps.stop) return { is: 'not-due', why: 'stopped' };
  switch (due.step) {
    case 'response':
      return answer(event, sequence, { step: 'praise', since: event.at }, { step: 'warn' });
    case 'praise':
      return isSaid(event.code) ? judgePraise(due.since, event, sequence) : undefined;
    case 'warn':
      return isSaid(event.code) ? next(event, steps.warn, { step: 'warned-response' }) : undefined;
    case 'warned-response':
      return answer(event, sequence, { step: 'praise', since: event.at }, { step: 'chair' });
    case 'chair':
      return isSaid(event.code) ? next(event, steps.chair, { step: 'release' }) : undefined;
    case 'release':
      if (sequence.commands.includes(event.code)) return instead(steps.release, event);
      return event.code === steps.release ? { step: 'redo' } : undefined;
    case 'redo':
      return isSaid(event.code) ? next(event, steps.redo, { step: 'redo-response' }) : undefined;
    case 'redo-response':
      return answer(event, sequence, { step: 'acknowledge' }, { step: 'chair' });
    case 'acknowledge':
      return isSaid(event.code) ? next(event, steps.acknowledge, { is: 'correct' }) : undefined;
  }
}

/** Whether the praise that is due was given; unlabeled where it had to be labeled is near. Rules PDI4, PDI7. */
function judgePraise(since: number, event: CodedEvent, sequence: CommandSequence): FollowThrough {
  const { praise, nearPraise, clocks } = sequence;
  const { code: said, at } = event;
  if (nearPraise.includes(said)) return { is: 'near', due: praise, said };
  if (said !== praise) return instead(praise, event);
  return at - since <= clocks.praiseMs ? { is: 'correct' } : { is: 'incorrect', due: praise, said, late: true };
}

function next(event: CodedEvent, due: string, then: Due | FollowThrough): Walked {
  return event.code === due ? then : instead(due, event);
}

/** What the child's answer leads to; a new command in its place is not correct, and no chance is no answer. */
function answer(event: CodedEvent, sequence: CommandSequence, onComplied: Due, onRefused: Due): Walked {
  const { complied, refused, noChance, commands } = sequence;
  if (event.code === complied) return onComplied;
  if (event.code === refused) return onRefused;
  return event.code === noChance || commands.includes(event.code) ? instead(complied, event) : undefined;
}

function instead(due: string, { code: said }: CodedEvent): FollowThrough {
  return { is: 'incorrect', due, said, late: false };
}
