import type { Phase } from '../phase.ts';
import type { FidelityChecklist } from '../supervision/fidelity.ts';
import type { CourseStage } from './courseStage.ts';
import type { Levels } from './level.ts';
import type { MeasureDefinition } from './measureDefinition.ts';
import { findSituation, type Observation } from './observation.ts';
import type { TreatmentPhase } from './treatmentPhase.ts';

/** The meaning of a code in one treatment phase: a skill to do, one to avoid, or neither. */
export type Valence = 'do' | 'avoid' | 'neutral';

/** Whose behavior a code describes. The parent's codes are counted; the others are recorded beside them. */
export const STREAMS = ['parent', 'child', 'procedure', 'coach'] as const;
export type Stream = (typeof STREAMS)[number];

/** What a coach's statement does: it leads the parent, responds to the parent, or corrects the parent. */
export type CoachingStyle = 'directive' | 'responsive' | 'corrective';

/** A color of the Okabe and Ito set, which is safe for color-blind people: blues and greens, oranges, gray. */
export type CodeTone = 'blue' | 'green' | 'sky' | 'orange' | 'vermillion' | 'gray';

/** One behavior that a coder can record with one press. Definitions and examples are in our own words. */
export type CodeDefinition = {
  readonly code: string;
  readonly name: string;
  /** The name if there is no room for all of it, as on a key of the pad. */
  readonly shortName?: string;
  readonly definition: string;
  /** An example of speech or behavior that gets this code. */
  readonly examples: readonly string[];
  readonly stream: Stream;
  /** The meaning by treatment phase. In a phase that is not listed the code is neutral. */
  readonly valence: Readonly<Record<string, Valence>>;
  /**
   * Keys by what they type on a US keyboard, in lower case; other layouts use the same positions. Digits work on the
   * number row and on the keypad. A code without keys is not on the pad. The coach's codes have their own layer of
   * keys, for the person who codes the coach.
   */
  readonly keys: readonly string[];
  /** Only for the coach's codes. */
  readonly style?: CoachingStyle;
  /**
   * Only for the coach's codes: it names something that the parent did well. Corrections are compared with these. Rule
   * TPC3.
   */
  readonly praisesParent?: boolean;
  /** A color of its own among codes of its valence; by default the valence decides. */
  readonly tone?: CodeTone;
  /** False for a parent's code of something done without words, so that it does not break a silence. Rule ANS1. */
  readonly spoken?: boolean;
  /** False if the code exists only in the log and is left out of transcripts for others. */
  readonly inTranscript?: false;
};

export type PromptDefinition = {
  readonly promptId: string;
  readonly text: string;
  /** The code that the prompt asks for; undefined for encouragement. */
  readonly skill?: string | undefined;
  /** The coach's code that the prompt counts as; undefined if it is not a statement of the coach. */
  readonly coachCode?: string | undefined;
  readonly phases: readonly Phase[];
  /** Only in this treatment phase; undefined for all phases. */
  readonly treatmentPhase?: string | undefined;
  /** The key of a favorite prompt. */
  readonly key?: string | undefined;
};

/** How a criterion is described to a family, in words for parents. Rule CARD1. */
export type FamilySkill = {
  readonly rule: string;
  readonly name: string;
  /** Shown when the goal was reached, and when the parent did at least some of it. Missing for behavior to avoid. */
  readonly praise?: { readonly reached: string; readonly begun: string };
  /** What to try at home. */
  readonly homeGoal: string;
  /** Why it helps. */
  readonly why: string;
};

/** A treatment program as data. The code that runs sessions knows no program by name. */
export type Program = {
  readonly id: string;
  readonly version: string;
  /**
   * How a transcript names the criteria, if not by the version: `set` means the newest scoring revision of that set,
   * `exact` means this one. Rule TRN6.
   */
  readonly criteria?: { readonly set: string; readonly exact: string };
  readonly name: string;
  /** What the program is and how strong its evidence is, for the clinic. */
  readonly about: string;
  readonly codes: readonly CodeDefinition[];
  /**
   * If an utterance fits two codes, the first of these is coded. If the coder is unsure, the last is. Rules COD3, COD4.
   */
  readonly priority: readonly string[];
  /** The same order for the child's responses to a command. */
  readonly responsePriority?: readonly string[];
  /** Never chosen if the coder was unsure: too many of these could wrongly pass a criterion. Rule COD4. */
  readonly neverUnsure: readonly string[];
  /** The pad as rows of the codes that have keys, without the coach's; `undo` is a place on it. */
  readonly pad: readonly (readonly string[])[];
  readonly undoKeys: readonly string[];
  /** In the order of the course. */
  readonly phases: readonly [TreatmentPhase, ...TreatmentPhase[]];
  /** Situations that are observed without coaching, if the program has them. Their windows open no gate. */
  readonly observation?: Observation;
  /** The steps in which the skills of one phase enter daily life, if the program has such steps. */
  readonly levels?: Levels;
  readonly course: readonly [CourseStage, ...CourseStage[]];
  readonly measures: readonly MeasureDefinition[];
  readonly prompts: readonly PromptDefinition[];
  readonly familySkills: readonly FamilySkill[];
  /** What the sessions of each stage contain, for fidelity. Rule FID1. */
  readonly checklists: readonly FidelityChecklist[];
  /** The planned length of a session, in ms. */
  readonly sessionMs: number;
  /** The daily home practice, in the family's words. */
  readonly homePractice: { readonly name: string; readonly minutes: number; readonly daysAWeek: number };
};

/** The code's definition; undefined if the program does not have the code. */
export function findCode(program: Pick<Program, 'codes'>, code: string): CodeDefinition | undefined {
  return program.codes.find((definition) => definition.code === code);
}

/** The codes of one stream, in the program's order. */
export function codesIn(program: Program, stream: Stream): readonly CodeDefinition[] {
  return program.codes.filter((definition) => definition.stream === stream);
}

/** The treatment phase or observed situation that a window of this kind belongs to, or undefined. */
export function findTreatmentPhase(
  program: Pick<Program, 'phases' | 'observation'>,
  id: string,
): TreatmentPhase | undefined {
  return program.phases.find((phase) => phase.id === id) ?? findSituation(program, id);
}

/**
 * Whether meeting a phase's criteria is mastery. Only published goals are; all others are practice goals. Rule PRO1.
 */
export function isMasteryPhase({ criteria }: Pick<TreatmentPhase, 'criteria'>): boolean {
  return criteria.length > 0 && criteria.every(({ goalOrigin }) => goalOrigin === 'published');
}
