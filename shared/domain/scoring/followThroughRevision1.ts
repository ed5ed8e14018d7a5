import { type CommandSequence, isTalk } from '../sequence/commandSequence.ts';
import type { CodedEvent } from './codedEvent.ts';
import type { Awaited, Following } from './following.ts';

/**
 * The first scoring of PDI4, kept for sessions that were scored by it. The very next thing that the parent says must be
 * what is due. Praise must come in time after the first compliance. The length of the chair is not checked.
 */
export function followRevision1(awaited: Awaited, event: CodedEvent, sequence: CommandSequence): Following {
  const { steps, commands, praise, nearPraise, clocks } = sequence;
  const { code, at } = event;
  switch (awaited.next) {
    case 'warned-response':
      return answer(awaited, event, sequence, { next: 'praise', since: at }, { next: 'chair' });
    case 'redo-response':
      return answer(awaited, event, sequence, { next: 'acknowledge' }, { next: 'chair' });
    case 'release':
      if (commands.includes(code)) return instead(steps.release, code);
      return code === steps.release ? { next: 'redo' } : awaited;
    case 'praise':
      if (!isSpoken(sequence, code)) return awaited;
      if (nearPraise.includes(code)) return { is: 'near', due: praise, said: code };
      if (code !== praise) return instead(praise, code);
      if (at - awaited.since <= clocks.praiseMs) return { is: 'correct' };
      return { is: 'incorrect', due: praise, said: code, why: 'late' };
    case 'warn':
      return nextSaid(steps.warn, { next: 'warned-response' });
    case 'chair':
      return nextSaid(steps.chair, { next: 'release', since: at });
    case 'redo':
      return nextSaid(steps.redo, { next: 'redo-response' });
    case 'acknowledge':
      return nextSaid(steps.acknowledge, { is: 'correct' });
  }

  function nextSaid(due: string, then: Following): Following {
    if (code === due) return then;
    return isSpoken(sequence, code) ? instead(due, code) : awaited;
  }
}

/** A new command in the step's place is not correct, and no chance to comply is not a response. */
function answer(
  awaited: Awaited,
  { code }: CodedEvent,
  { complied, refused, noChance, commands }: CommandSequence,
  onComplied: Awaited,
  onRefused: Awaited,
): Following {
  if (code === complied) return onComplied;
  if (code === refused) return onRefused;
  return code === noChance || commands.includes(code) ? instead(complied, code) : awaited;
}

/** What is said aloud: the parent's codes, and the steps that the parent speaks. */
function isSpoken(sequence: CommandSequence, code: string): boolean {
  const { warn, chair, acknowledge, redo } = sequence.steps;
  return isTalk(sequence, code) || [warn, chair, acknowledge, redo].includes(code);
}

function instead(due: string, said: string): Following {
  return { is: 'incorrect', due, said, why: 'instead' };
}
