import type { Span } from '../codingWindow.ts';
import { type Criterion, sumOf, type Tally } from '../mastery.ts';
import type { CommandSequence } from '../sequence/commandSequence.ts';
import { type CodedEvent, liesIn } from './codedEvent.ts';
import { type CommandFigures, type CommandOutcome, figuresOf, shareOf } from './scoreCommands.ts';

/** All that a criterion can look at. */
export type Scored = {
  /** Of the whole session, in order. */
  readonly events: readonly CodedEvent[];
  readonly spans: readonly Span[];
  readonly tally: Tally;
  readonly outcomes: readonly CommandOutcome[];
  readonly sequence: CommandSequence | undefined;
  readonly isSaid: (code: string) => boolean;
};

/** What a criterion finds: a count, or a share that is null over nothing. */
export function measure(scored: Scored, criterion: Criterion): number | null {
  const { codes } = criterion;
  switch (criterion.of) {
    case 'count':
      return sumOf(scored.tally, codes);
    case 'share':
      return shareOf(sumOf(scored.tally, codes), sumOf(scored.tally, criterion.among));
    case 'answered':
      return answeredShare(scored, criterion);
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

/** One that was not answered yet and still may be is left out, as an open command is. Rule ANS1. */
function answeredShare(
  { events, spans, isSaid }: Scored,
  { codes, by, withinMs, silenceCounts }: Extract<Criterion, { of: 'answered' }>,
): number | null {
  const recordEnds = Math.max(events.at(-1)?.at ?? 0, ...spans.map(([, to]) => to));
  const answers = events.flatMap((event, index) => {
    if (!codes.includes(event.code) || !liesIn(spans, event.at)) return [];
    const inTime = events.slice(index + 1).filter(({ at }) => at - event.at <= withinMs);
    if (inTime.some(({ code }) => by.includes(code))) return [true];
    if (recordEnds < event.at + withinMs) return [];
    return [silenceCounts && !inTime.some(({ code }) => isSaid(code))];
  });
  return shareOf(answers.filter(Boolean).length, answers.length);
}
