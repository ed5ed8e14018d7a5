import type { Phase } from '../phase.ts';
import type { FidelityChecklist } from '../supervision/fidelity.ts';
import type { CourseStage } from './courseStage.ts';
import type { Levels } from './level.ts';
import type { MeasureDefinition } from './measureDefinition.ts';
import { findSituation, type Observation } from './observation.ts';
import type { TreatmentPhase } from './treatmentPhase.ts';

/** How a code is meant in one treatment phase: a skill to do, to avoid, or neither. */
export type Valence = 'do' | 'avoid' | 'neutral';

/** Whose doing a code tells of. The parent's are counted; the others stand beside them. */
export const STREAMS = ['parent', 'child', 'procedure', 'coach'] as const;
export type Stream = (typeof STREAMS)[number];

/** What a coach's statement does: it leads the parent, answers what the parent did, or corrects it. */
export type CoachingStyle = 'directive' | 'responsive' | 'corrective';

/** A colour of Okabe and Ito's set, which people see apart whatever their eyes: blues and greens, oranges, grey. */
export type CodeTone = 'blue' | 'green' | 'sky' | 'orange' | 'vermillion' | 'grey';

/** One behaviour that a coder can give with one press. Definitions and examples are in our own words. */
export type CodeDefinition = {
  readonly code: string;
  readonly name: string;
  readonly definition: string;
  /** Something that would get this code, as it is said or done. */
  readonly examples: readonly string[];
  readonly stream: Stream;
  /** By treatment phase; a phase that is not named leaves the code neutral. */
  readonly valence: Readonly<Record<string, Valence>>;
  /**
   * Keys as `KeyboardEvent.key`, lower case; digits work on the number row and on the keypad. None: not on the pad. The
   * coach's codes have a layer of their own, for whoever codes the coach.
   */
  readonly keys: readonly string[];
  /** Only of the coach's stream. */
  readonly style?: CoachingStyle;
  /** Only of the coach's stream: it names what the parent did well. Corrections are weighed against these. Rule TPC3. */
  readonly praisesParent?: boolean;
  /** A colour of its own among codes of its valence; without one it goes by valence. */
  readonly tone?: CodeTone;
  /** False: a parent's code of something that is done without a word, so that it breaks no silence. Rule ANS1. */
  readonly spoken?: boolean;
  /** False: it stands in the log alone, and a transcript for others does not have it. */
  readonly inTranscript?: false;
};

export type PromptDefinition = {
  readonly promptId: string;
  readonly text: string;
  /** The code that the prompt asks for, or undefined for encouragement. */
  readonly skill: string | undefined;
  /** What the prompt is as a coach's statement: a code of the coach's stream, or undefined where it is none. */
  readonly coachCode: string | undefined;
  readonly phases: readonly Phase[];
  /** Only in this treatment phase, or in all of them. */
  readonly treatmentPhase?: string | undefined;
  /** A one-key favourite. */
  readonly key: string | undefined;
};

/** How a family reads of one criterion, in words for parents. Rule CARD1. */
export type FamilySkill = {
  readonly rule: string;
  readonly name: string;
  /** True where the goal was reached, and where there was any of it. None of what is to be left out. */
  readonly praise?: { readonly reached: string; readonly begun: string };
  /** To try at home. */
  readonly homeGoal: string;
  /** What it is good for. */
  readonly why: string;
};

/** A treatment program as data. The engine knows none of them by name. */
export type Program = {
  readonly id: string;
  readonly version: string;
  /**
   * What a transcript calls its criteria, where that is not the version: `set` stands for the newest revision of the
   * scoring of that set, `exact` for this one. Rule TRN6.
   */
  readonly criteria?: { readonly set: string; readonly exact: string };
  readonly name: string;
  /** What it is and how well it is founded, for the clinic. */
  readonly about: string;
  readonly codes: readonly CodeDefinition[];
  /** Where an utterance is two things at once the first of these is coded; where the coder is unsure, the last. Rule COD3. */
  readonly priority: readonly string[];
  /** The same for what the child does about a command. */
  readonly responsePriority?: readonly string[];
  /** Never chosen where the coder was unsure: counting too many of these could wrongly pass a criterion. Rule COD4. */
  readonly neverUnsure: readonly string[];
  /** The pad as rows of the codes that have keys, the coach's aside; `undo` is a place on it. */
  readonly pad: readonly (readonly string[])[];
  readonly undoKeys: readonly string[];
  /** In the order they are met. */
  readonly phases: readonly [TreatmentPhase, ...TreatmentPhase[]];
  /** Situations that are watched as they are, where the program has them. Their windows open no gate. */
  readonly observation?: Observation;
  /** How what one phase teaches is brought into daily life, step by step, where the program has such steps. */
  readonly levels?: Levels;
  readonly course: readonly [CourseStage, ...CourseStage[]];
  readonly measures: readonly MeasureDefinition[];
  readonly prompts: readonly PromptDefinition[];
  readonly familySkills: readonly FamilySkill[];
  /** What sessions of its stages hold, for fidelity. Rule FID1. */
  readonly checklists: readonly FidelityChecklist[];
  /** How long a session is planned for, in ms. */
  readonly sessionMs: number;
  /** What is practised at home each day, in the family's words. */
  readonly homePractice: { readonly name: string; readonly minutes: number; readonly daysAWeek: number };
};

/** The code's definition, or undefined for a code that the program does not have. */
export function findCode(program: Pick<Program, 'codes'>, code: string): CodeDefinition | undefined {
  return program.codes.find((definition) => definition.code === code);
}

/** The codes of one stream, in the program's order. */
export function codesIn(program: Program, stream: Stream): readonly CodeDefinition[] {
  return program.codes.filter((definition) => definition.stream === stream);
}

/** What a window of this kind is of: a treatment phase, or a situation that is watched; or undefined. */
export function findTreatmentPhase(
  program: Pick<Program, 'phases' | 'observation'>,
  id: string,
): TreatmentPhase | undefined {
  return program.phases.find((phase) => phase.id === id) ?? findSituation(program, id);
}

/** Whether meeting a phase's criteria is mastery: only published goals are. The others are practice goals. Rule PRO1. */
export function isMasteryPhase({ criteria }: Pick<TreatmentPhase, 'criteria'>): boolean {
  return criteria.length > 0 && criteria.every(({ goalOrigin }) => goalOrigin === 'published');
}
