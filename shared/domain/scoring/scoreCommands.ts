import type { Span } from '../codingWindow.ts';
import type { CommandSequence } from '../sequence/commandSequence.ts';
import { type CodedEvent, liesIn } from './codedEvent.ts';
import type { FollowThrough } from './following.ts';
import { followThrough } from './followThrough.ts';

/** The outcome of one command, with the reason. Rules PDI1 to PDI4. */
type Outcome =
  | FollowThrough
  /** Interrupted by a connection gap, so it counts nowhere. */
  | { readonly is: 'void' }
  /** No response yet: it counts nowhere. */
  | { readonly is: 'open' }
  /** The child had no fair chance; `interrupted` by the next command. */
  | { readonly is: 'no-chance'; readonly interrupted: boolean }
  /** It was indirect, or judged not positive, single, specific or right for the child. */
  | { readonly is: 'not-effective'; readonly why: 'indirect' | 'judged' };

/** One command of a window. `response` is the child's code, or null if there was none. */
export type CommandOutcome = {
  readonly at: number;
  readonly code: string;
  readonly response: string | null;
  readonly outcome: Outcome;
};

/** The outcomes of a window's commands. Shares without commands are null. Rules PDI1 to PDI4. */
export type CommandFigures = {
  readonly commands: number;
  readonly directCommands: number;
  readonly effective: number;
  readonly followUpDue: number;
  readonly followUpCorrect: number;
  readonly pctEffective: number | null;
  readonly pctFollowThrough: number | null;
};

type Place = { readonly spans: readonly Span[]; readonly sequence: CommandSequence };

/** The outcome of each command in the spans, from all events of a transcript in order. Rules PDI1 to PDI4. */
export function commandOutcomes(events: readonly CodedEvent[], place: Place): readonly CommandOutcome[] {
  const { spans, sequence } = place;
  const answers = nextAnswers(events, sequence);
  return events.flatMap((event, index) => {
    const { at, code } = event;
    if (!sequence.commands.includes(code) || !liesIn(spans, at)) return [];
    return [{ at, code, ...outcomeOf(events, event, answers[index], sequence) }];
  });
}

/** For each event, the index of the next response or command after it; undefined if there is none. Rule PDI2. */
function nextAnswers(events: readonly CodedEvent[], sequence: CommandSequence): readonly (number | undefined)[] {
  const { commands, complied, refused, noChance } = sequence;
  const ends = new Set([complied, refused, noChance, ...commands]);
  let next: number | undefined;
  return events
    .map(({ code }, index) => ({ code, index }))
    .reverse()
    .map(({ code, index }) => {
      const answered = next;
      if (ends.has(code)) next = index;
      return answered;
    })
    .reverse();
}

function outcomeOf(
  events: readonly CodedEvent[],
  command: CodedEvent,
  answeredAt: number | undefined,
  sequence: CommandSequence,
): Pick<CommandOutcome, 'response' | 'outcome'> {
  const first = answeredAt === undefined ? undefined : events[answeredAt];
  const response = first === undefined || sequence.commands.includes(first.code) ? null : first.code;
  if (command.void) return { response, outcome: { is: 'void' } };
  if (first === undefined || answeredAt === undefined) return { response, outcome: { is: 'open' } };
  const flaw = flawOf(command, response, sequence);
  if (flaw !== undefined) return { response, outcome: flaw };
  // In an observed situation nothing is due. Rule OBS2.
  if (sequence.answersOnly) return { response, outcome: { is: 'not-due', why: 'watched' } };
  return { response, outcome: followThrough(events, answeredAt, sequence) };
}

/** Why a command that counts is not effective; undefined if it is. Rule PDI3. */
function flawOf(
  { code, effective = true }: CodedEvent,
  response: string | null,
  { direct, noChance }: CommandSequence,
): Outcome | undefined {
  if (!direct.includes(code)) return { is: 'not-effective', why: 'indirect' };
  if (!effective) return { is: 'not-effective', why: 'judged' };
  if (response === null || response === noChance) return { is: 'no-chance', interrupted: response === null };
  return undefined;
}

/** Whether a command counts at all. Open and void ones do not. Rules PDI1, PDI2. */
function isCounted({ outcome }: CommandOutcome): boolean {
  return outcome.is !== 'void' && outcome.is !== 'open';
}

/** Whether a command was effective, so that follow-through was judged. Rule PDI3. */
function isEffective({ outcome }: CommandOutcome): boolean {
  return isDue(outcome) || outcome.is === 'not-due';
}

function isDue({ is }: Outcome): boolean {
  return is === 'correct' || is === 'near' || is === 'incorrect';
}

export function figuresOf(
  outcomes: readonly CommandOutcome[],
  { direct }: Pick<CommandSequence, 'direct'>,
): CommandFigures {
  const counted = outcomes.filter(isCounted);
  const commands = counted.length;
  const directCommands = counted.filter(({ code }) => direct.includes(code)).length;
  const effective = counted.filter(isEffective).length;
  const followUpDue = counted.filter(({ outcome }) => isDue(outcome)).length;
  const followUpCorrect = counted.filter(({ outcome }) => outcome.is === 'correct').length;
  return {
    commands,
    directCommands,
    effective,
    followUpDue,
    followUpCorrect,
    pctEffective: shareOf(effective, commands),
    pctFollowThrough: shareOf(followUpCorrect, followUpDue),
  };
}

/** How many commands have no coded response; void ones are left out. Rule PDI2. */
export function answersNotCoded(outcomes: readonly Pick<CommandOutcome, 'response' | 'outcome'>[]): number {
  return outcomes.filter(({ response, outcome }) => response === null && outcome.is !== 'void').length;
}

/** A share; null if `whole` is 0. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
