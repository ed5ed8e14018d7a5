import type { Span } from '../codingWindow.ts';
import {
  applicable,
  type Criterion,
  judge,
  type MasteryScore,
  type ScoredCriterion,
  type Tally,
  tallyOf,
} from '../mastery.ts';
import { findCode, type Program } from '../programs/program.ts';
import type { TreatmentPhase } from '../programs/treatmentPhase.ts';
import { isInLogAlone } from '../sequence/commandSequence.ts';
import { type CodedEvent, inOrder, liesIn } from './codedEvent.ts';
import { measure } from './measure.ts';
import { type CommandFigures, type CommandOutcome, commandOutcomes, figuresOf } from './scoreCommands.ts';

type WindowToScore = {
  readonly program: Pick<Program, 'codes'>;
  readonly phase: TreatmentPhase;
  readonly spans: readonly Span[];
  readonly void: boolean;
};

export type WindowScore = MasteryScore & {
  readonly codedMs: number;
  /** The clinic's further goals, judged the same way and never a gate. */
  readonly goals: readonly ScoredCriterion[];
  readonly tally: Tally;
  /** Null in a phase without a command sequence. */
  readonly commands: CommandFigures | null;
  /** The outcome of each command, with the reason; empty in a phase without a command sequence. */
  readonly outcomes: readonly CommandOutcome[];
};

/**
 * Scores one window, with the reasons, from all events of its session: those outside its spans count only as responses,
 * follow-through and answers. Rules WIN1, WIN2, ANS2, CDI1 to CDI5, PDI1 to PDI6.
 */
export function scoreWindow(given: readonly CodedEvent[], window: WindowToScore): WindowScore {
  const { phase, spans } = window;
  const { sequence } = phase;
  const events = inOrder(given);
  const isSpoken = isSpokenIn(window);
  const tally = tallyOf(events.filter((event) => !event.void && liesIn(spans, event.at)).map(({ code }) => code));
  const outcomes =
    sequence === undefined ? [] : commandOutcomes(events.filter(isTranscriptEventIn(window)), { spans, sequence });
  const commands = sequence === undefined ? null : figuresOf(outcomes, sequence);
  const codedMs = spans.reduce((sum, [from, to]) => sum + (to - from), 0);
  const scored = { events, spans, tally, outcomes, sequence, isSpoken };
  const canBeJudged =
    !window.void &&
    codedMs >= phase.assessable.codedMs &&
    (commands?.directCommands ?? 0) >= phase.assessable.directCommands;
  const judgeAll = (all: readonly Criterion[]) => all.map((one) => judge(one, measure(scored, one), canBeJudged));
  const criteria = judgeAll(phase.criteria);
  const goals = judgeAll(phase.practiceGoals);
  const arose = applicable(criteria);
  const assessable = canBeJudged && (criteria.length === 0 || arose.length > 0);
  const mastered = assessable && arose.length > 0 && arose.every(({ result }) => result.is === 'met');
  return { codedMs, tally, goals, commands, outcomes, assessable, mastered, criteria };
}

/** The events that a transcript contains. The log has more, which decides nothing. */
function isTranscriptEventIn({ program, phase: { sequence } }: WindowToScore): (event: CodedEvent) => boolean {
  return ({ code }) =>
    findCode(program, code)?.stream !== 'coach' && (sequence === undefined || !isInLogAlone(sequence, code));
}

/** What is said aloud: the parent's codes except silent ones, and the steps that the parent speaks. Rule ANS1. */
function isSpokenIn({ program, phase }: WindowToScore): (code: string) => boolean {
  const steps = phase.sequence?.steps;
  const spoken = steps && [steps.warn, steps.chair, steps.acknowledge, steps.redo, steps.stop];
  return (code) => {
    const found = findCode(program, code);
    return (found?.stream === 'parent' && found.spoken !== false) || spoken?.includes(code) === true;
  };
}
