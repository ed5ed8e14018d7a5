import { findLevel, type Level, levelPlace } from '#shared/domain/programs/level.ts';
import { findStage, placeOf } from '#shared/domain/course/findStage.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import type { FamilyFact, FamilyFactEntry } from '#shared/protocol/familyFacts.ts';
import { assessedWindows, type CourseEvidence } from './courseEvidence.ts';
import type { CaregiverStage, CourseState } from './courseState.ts';
import type { CourseRefusal } from './courseMoves.ts';
import type { Because, LevelView } from './courseView.ts';
import { entriesOf, type EntryOf } from './standingEntries.ts';

type Under = { readonly course: CourseState; readonly program: Program; readonly evidence: CourseEvidence };

/** The level that a family is at, as it was entered last; null before its first. Rule LVL1. */
export function levelOf(entries: readonly FamilyFactEntry[], program: Pick<Program, 'levels'>): string | null {
  return findLevel(program, entriesOf(entries, 'level.set').at(-1)?.level)?.id ?? null;
}

/** What a family does at home besides its daily practice, in its own words; null before its first level. Rule LVL5. */
export function homeTask(facts: readonly FamilyFact[], program: Pick<Program, 'levels'>): string | null {
  const entries = facts.map(({ entry }) => entry);
  return findLevel(program, levelOf(entries, program))?.homeTask ?? null;
}

/** The levels as a family stands before them; undefined in a program without, and before the family has come to them. */
export function levelView(facts: readonly FamilyFact[], under: Under): LevelView | undefined {
  const { levels } = under.program;
  if (levels === undefined) return undefined;
  const now = levelOf(
    facts.map(({ entry }) => entry),
    under.program,
  );
  const next = levels.all[levelPlace(under.program, now) + 1];
  const gate = next === undefined ? [] : levelGate(next, under);
  const hasBegun = now !== null || under.course.caregivers.every((one) => isAtStageOf(levels.all[0], one, under));
  if (!hasBegun) return undefined;
  return { all: levels.all, now: findLevel(under.program, now), next, gate };
}

/** The gate into a level, a point for each caregiver. Rules LVL2 to LVL4. */
export function levelGate(level: Level, under: Under): readonly Because[] {
  return under.course.caregivers.map((caregiver) => gatePoint(level, caregiver, under));
}

/**
 * Why a level may not be entered now, or undefined where it may: the next through its gate, any number back, and anything
 * else by an override with its reason. Rule LVL1.
 */
export function whyNoLevel(
  { level: id, override }: EntryOf<'level.set'>,
  entries: readonly FamilyFactEntry[],
  under: Under,
): CourseRefusal | undefined {
  const { program } = under;
  const now = levelOf(entries, program);
  if (id === now) return { rule: 'LVL1', text: 'This is the level already.' };
  const steps = levelPlace(program, id) - levelPlace(program, now);
  if (steps < 0 || override !== null) return undefined;
  if (steps > 1) return { rule: 'LVL1', text: 'This leaves out a level. Say why.' };
  const level = findLevel(program, id);
  const gate = level === undefined ? [] : levelGate(level, under);
  const first = gate.findIndex(({ met }) => !met);
  const unmet = gate[first];
  const caregiverId = under.course.caregivers[first]?.caregiverId;
  if (unmet === undefined || caregiverId === undefined) return undefined;
  return { rule: unmet.rule, text: `${unmet.text} Say why it goes on all the same.`, caregiverId };
}

function isAtStageOf({ gate }: Level, { stage }: CaregiverStage, { program }: Under): boolean {
  return gate.is !== 'stage' || placeOf(program, stage) >= placeOf(program, gate.stage);
}

function gatePoint(level: Level, caregiver: CaregiverStage, under: Under): Because {
  const { gate } = level;
  const { program, evidence } = under;
  if (gate.is === 'stage') {
    const name = findStage(program, gate.stage)?.name ?? gate.stage;
    const met = isAtStageOf(level, caregiver, under);
    return { rule: gate.rule, text: met ? `${name} has begun.` : `${name} has not begun yet.`, met };
  }
  const { phase = '' } = program.levels ?? {};
  const stages = program.course.filter((stage) => stage.phase === phase);
  // What was mastered before a family went back to an earlier stage has to be mastered again. Rule CRS2.
  const since =
    stages
      .map(({ id }) => caregiver.reopened[id] ?? '')
      .toSorted()
      .at(-1) ?? '';
  const recent = evidence.sessions.filter(({ startedAt }) => startedAt >= since);
  const last = assessedWindows(recent, phase, caregiver.caregiverId).slice(-gate.windows);
  const mastered = last.filter((window) => window.mastered).length;
  const text =
    gate.windows === 1
      ? `The last PDI window ${mastered === 1 ? 'was' : 'was not'} mastered.`
      : `Of the last ${gate.windows} PDI windows ${mastered} ${mastered === 1 ? 'was' : 'were'} mastered.`;
  return {
    rule: gate.rule,
    text: last.length === 0 ? 'No PDI window that can be judged yet.' : text,
    met: mastered === gate.windows,
  };
}
