import type { Span } from '../codingWindow.ts';
import { type Criterion, sumOf, type Tally } from '../mastery.ts';
import type { CommandSequence } from '../sequence/commandSequence.ts';
import { type CodedEvent, liesIn } from './codedEvent.ts';
import { type CommandFigures, type CommandOutcome, figuresOf, shareOf } from './scoreCommands.ts';

type Scored = {
  /** All events of the session, in order. */
  readonly events: readonly CodedEvent[];
  readonly spans: readonly Span[];
  readonly tally: Tally;
  readonly outcomes: readonly CommandOutcome[];
  readonly sequence: CommandSequence | undefined;
  readonly isSpoken: (code: string) => boolean;
};

/** The value of a criterion: a count, or a share (null without events). */
export function measure(scored: Scored, criterion: Criterion): number | null {
  const { codes } = criterion;
  switch (criterion.of) {
    case 'count':
      return sumOf(scored.tally, codes);
    case 'share':
      return shareOf(sumOf(scored.tally, codes), sumOf(scored.tally, criterion.among));
    case 'answered':
      return answeredShare(scored, criterion);
    case 'taken':
      return takenShare(scored, criterion);
    case 'commands':
      return figuresFor(scored, codes)?.commands ?? null;
    case 'effective':
      return figuresFor(scored, codes)?.pctEffective ?? null;
    case 'follow-through':
      return figuresFor(scored, codes)?.pctFollowThrough ?? null;
  }
}

function figuresFor({ outcomes, sequence }: Scored, codes: readonly string[]): CommandFigures | null {
  if (sequence === undefined) return null;
  return figuresOf(
    outcomes.filter(({ code }) => codes.includes(code)),
    sequence,
  );
}

/** An event that is not answered yet but still can be is left out, like an open command. Rule ANS1. */
function answeredShare(
  scored: Scored,
  { codes, by, withinMs, silenceCounts }: Extract<Criterion, { of: 'answered' }>,
): number | null {
  const answers = followingEvents(scored, codes, withinMs).flatMap(({ inTime, isOver }) => {
    if (inTime.some(({ code }) => by.includes(code))) return [true];
    if (!isOver) return [];
    return [silenceCounts && !inTime.some(({ code }) => scored.isSpoken(code))];
  });
  return shareOf(answers.filter(Boolean).length, answers.length);
}

/** The code itself says that a chance was taken. A chance that can still be taken is left out. Rule ANS3. */
function takenShare(scored: Scored, { codes, chances, withinMs }: Extract<Criterion, { of: 'taken' }>): number | null {
  const taken = sumOf(scored.tally, codes);
  const missed = followingEvents(scored, chances, withinMs).filter(
    ({ inTime, isOver }) => isOver && !inTime.some(({ code }) => codes.includes(code)),
  );
  return shareOf(taken, taken + missed.length);
}

/** For each of these codes in the window, what followed within this time, and whether the record covers that time. */
function followingEvents({ events, spans }: Scored, codes: readonly string[], withinMs: number) {
  const recordEnds = Math.max(events.at(-1)?.at ?? 0, ...spans.map(([, to]) => to));
  return events.flatMap((event, index) => {
    if (!codes.includes(event.code) || !liesIn(spans, event.at)) return [];
    const inTime = events.slice(index + 1).filter(({ at }) => at - event.at <= withinMs);
    return [{ inTime, isOver: recordEnds >= event.at + withinMs }];
  });
}
