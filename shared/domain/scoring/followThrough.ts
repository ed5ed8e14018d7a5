import type { CommandSequence } from '../sequence/commandSequence.ts';
import type { CodedEvent } from './codedEvent.ts';
import type { Awaited, Following, FollowThrough } from './following.ts';
import { followRevision1 } from './followThroughRevision1.ts';
import { followRevision2 } from './followThroughRevision2.ts';

/** The follow-through that the child's response requires; undefined if none is needed. */
export function beginFollowing({ code, at }: CodedEvent, sequence: CommandSequence): Awaited | undefined {
  if (code === sequence.complied) return { next: 'praise', since: at };
  return code === sequence.refused ? { next: 'warn' } : undefined;
}

/** How the next event changes the required follow-through. Rule PDI4, in the sequence's revision. */
export function followOne(awaited: Awaited, event: CodedEvent, sequence: CommandSequence): Following {
  if (event.code === sequence.steps.stop) return { is: 'not-due', why: 'stopped' };
  return sequence.revision === 1
    ? followRevision1(awaited, event, sequence)
    : followRevision2(awaited, event, sequence);
}

/** Reads on from the child's response until follow-through is decided, at the latest by the next command. Rule PDI4. */
export function followThrough(
  events: readonly CodedEvent[],
  answeredAt: number,
  sequence: CommandSequence,
): FollowThrough {
  const answer = events[answeredAt];
  let awaited = answer && beginFollowing(answer, sequence);
  for (let index = answeredAt + 1; awaited !== undefined && index < events.length; index += 1) {
    const event = events[index];
    const following: Following = event === undefined ? awaited : followOne(awaited, event, sequence);
    if ('is' in following) return following;
    awaited = following;
  }
  return { is: 'not-due', why: 'unfinished' };
}
