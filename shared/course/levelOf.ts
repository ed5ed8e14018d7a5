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

/** The family's level by its last entry; null before the first level. Rule LVL1. */
export function levelOf(entries: readonly FamilyFactEntry[], program: Pick<Program, 'levels'>): string | null {
  return findLevel(program, entriesOf(entries, 'level.set').at(-1)?.level)?.id ?? null;
}

/** The family's home practice besides the daily one, in the level's words; null before the first level. Rule LVL5. */
export function homeTask(facts: readonly FamilyFact[], program: Pick<Program, 'levels'>): string | null {
  const entries = facts.map(({ entry }) => entry);
  return findLevel(program, levelOf(entries, program))?.homeTask ?? null;
}

/** The levels for a family. Undefined in a program without levels, and before the family has reached them. */
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

/** The gate into a level, one point per caregiver. Rules LVL2 to LVL4. */
function levelGate(level: Level, under: Under): readonly Because[] {
  return under.course.caregivers.map((caregiver) => gatePoint(level, caregiver, under));
}

/**
 * Why a level may not be entered now; undefined if it may. The next one needs its gate, going back is free, and
 * anything else needs an override with its reason. Rule LVL1.
 */
export function whyNoLevel(
  { level: id, override }: EntryOf<'level.set'>,
  entries: readonly FamilyFactEntry[],
  under: Under,
): CourseRefusal | undefined {
  const { program } = under;
  const now = levelOf(entries, program);
  if (id === now) return { rule: 'LVL1', text: 'The family is already at this level.' };
  const steps = levelPlace(program, id) - levelPlace(program, now);
  if (steps < 0 || override !== null) return undefined;
  if (steps > 1) return { rule: 'LVL1', text: 'This skips a level. Give a reason.' };
  const level = findLevel(program, id);
  const gate = level === undefined ? [] : levelGate(level, under);
  const first = gate.findIndex(({ met }) => !met);
  const unmet = gate[first];
  const caregiverId = under.course.caregivers[first]?.caregiverId;
  if (unmet === undefined || caregiverId === undefined) return undefined;
  return { rule: unmet.rule, text: `${unmet.text} Give a reason to go on anyway.`, caregiverId };
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
  // Mastery from before a family went back to an earlier stage does not count; it must be shown again. Rule CRS2.
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
