import type { CourseStage } from '#shared/domain/programs/courseStage.ts';
import type { Level } from '#shared/domain/programs/level.ts';
import type { TimeOutSettings } from '#shared/domain/sequence/commandSequence.ts';
import type { ScoredCriterion } from '#shared/domain/mastery.ts';
import type { FamilyFact, FamilyFactEntry, ObjectiveMeasure } from '#shared/protocol/familyFacts.ts';
import type { CaregiverId, EntryId, SessionId } from '#shared/protocol/ids.ts';
import type { ObservedCaregiver } from './observations.ts';

type Entry<T extends FamilyFactEntry['type']> = Extract<FamilyFactEntry, { type: T }>;

/** A reason that a screen can show: the rule, and what was found. */
export type Because = { readonly rule: string; readonly text: string; readonly met: boolean };

export type CaregiverCourse = {
  readonly caregiverId: CaregiverId;
  readonly name: string;
  readonly stage: CourseStage;
  /** By treatment phase: the session in which its criteria were first met under this program version, or undefined. */
  readonly metIn: Readonly<Record<string, SessionId | undefined>>;
  readonly confident: boolean | undefined;
  /** The gate of the current stage for this caregiver, point by point. */
  readonly gate: readonly Because[];
  readonly gateMet: boolean;
  /** What to coach in the next session; undefined if nothing was judged or all is met. Rule NXT1. */
  readonly coachNext: ScoredCriterion | undefined;
};

export type PastSession = {
  readonly sessionId: SessionId;
  readonly on: string;
  readonly stage: string | null;
  /** Coded windows in order. `actual` is null for a share without events. */
  readonly windows: readonly {
    readonly kind: string;
    readonly caregiverId: CaregiverId;
    readonly assessable: boolean;
    readonly mastered: boolean;
    readonly goals: readonly ScoredCriterion[];
    readonly criteria: readonly ScoredCriterion[];
  }[];
};

export type MeasurePoint = Entry<'measure.record'>;
export type PracticeDay = Entry<'practice.log'>;

export type TopProblem = {
  readonly problem: EntryId;
  readonly text: string;
  readonly ratings: readonly { readonly on: string; readonly rating: number }[];
};

/** An objective with its progress from the codes and the diary. Rule OBJ1. */
export type Objective = {
  readonly objective: EntryId;
  readonly caregiverId: CaregiverId;
  readonly words: string;
  readonly measure: ObjectiveMeasure;
  readonly bound: 'at least' | 'at most';
  readonly target: number;
  readonly by: string;
  readonly points: readonly { readonly on: string; readonly value: number }[];
  readonly latest: number | null;
  readonly standing: 'met' | 'on the way' | 'late' | 'not measured';
  readonly closed: 'met' | 'dropped' | undefined;
};

/** Something that a supervisor should look at. Rules STA1 to STA5, CRS12. */
export type StallAlert = Because & { readonly caregiverId: CaregiverId | undefined };

/** The suggested next session, with the reason. */
export type NextSession = {
  readonly stage: CourseStage;
  readonly because: readonly Because[];
  /** Stages that a therapist can choose instead. Each one except the suggested one needs a reason. */
  readonly others: readonly CourseStage[];
};

/** The levels of a phase for a family. Rules LVL1 to LVL5. */
export type LevelView = {
  readonly all: readonly Level[];
  /** Undefined before the first level: the skills of the phase are then for the sessions only. */
  readonly now: Level | undefined;
  readonly next: Level | undefined;
  /** What the next level requires, one point per caregiver; empty at the last level. */
  readonly gate: readonly Because[];
};

/** Everything that follows from a family's record and its sessions, computed the same by server and screen. */
export type CourseView = {
  readonly program: string;
  readonly programVersion: string;
  readonly clinicProgram: Entry<'course.open'>['clinicProgram'];
  readonly standing: 'running' | 'paused' | 'dropped' | 'graduated';
  /** The family's stage: that of its caregiver who is furthest back. */
  readonly stage: CourseStage;
  readonly caregivers: readonly CaregiverCourse[];
  readonly next: NextSession | undefined;
  /** Undefined if the program has no levels, or the family has not reached them. */
  readonly levels: LevelView | undefined;
  readonly sessions: readonly PastSession[];
  readonly observations: readonly ObservedCaregiver[];
  readonly measures: readonly MeasurePoint[];
  readonly practice: readonly PracticeDay[];
  readonly problems: readonly TopProblem[];
  readonly objectives: readonly Objective[];
  readonly alerts: readonly StallAlert[];
  readonly timeOut: TimeOutSettings;
  readonly missed: readonly Entry<'session.miss'>[];
  readonly dropReasons: Entry<'course.drop'> | undefined;
  /** Every entry that was ever made, newest first, so that the record can be checked. */
  readonly history: readonly FamilyFact[];
};
