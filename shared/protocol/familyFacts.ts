import { z } from 'zod';
import { ASSENTS, CONSENT_PURPOSES } from '#shared/domain/consent/consentPurposes.ts';
import { TimeOut } from './facts.ts';
import { CaregiverId, ClinicProgramId, EntryId, ParticipantId } from './ids.ts';
import { KEPT, KnownName, type Lines, TYPED } from './names.ts';

/** A day in the clinic's calendar, as YYYY-MM-DD. */
export const Day = z.iso.date();

const reason = z.string().trim().min(3).max(300);

/** Why a course ended early: the clinician's reason and the caregiver's. A course keeps both. */
export const DROP_REASONS = [
  'attendance',
  'stress',
  'buy-in',
  'caregiver-health',
  'improved',
  'welfare-change',
  'practical',
  'no-progress',
  'other',
] as const;

export const OBSTACLES = ['time', 'forgot', 'ill', 'child-unwilling', 'siblings', 'tired', 'away', 'other'] as const;

/** What an objective is measured by. The progress is computed from the codes and the diary. Rule OBJ1. */
export const ObjectiveMeasure = z.discriminatedUnion('of', [
  /** How often a code was given in a coded window. */
  z.object({ of: z.literal('code-count'), codes: z.array(z.string()).min(1).max(20), treatmentPhase: z.string() }),
  /** The share of commands that were direct and effective. */
  z.object({ of: z.literal('effective-commands') }),
  z.object({ of: z.literal('follow-through') }),
  z.object({ of: z.literal('practice-days') }),
  /** How often the skill was used on a day, by the family's own diary. */
  z.object({ of: z.literal('praises-a-day') }),
]);
export type ObjectiveMeasure = z.infer<typeof ObjectiveMeasure>;

const entry = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

const entries = ({ needed }: Lines) =>
  z.discriminatedUnion('type', [
    /** The next stage, or an earlier one. `override` is needed if the gate before it is not met. Rules CRS. */
    entry('stage.enter', {
      stage: z.string().min(1).max(32),
      /** All caregivers of the family, or one who goes ahead alone. */
      caregiverId: CaregiverId.nullable(),
      override: z.strictObject({ reason }).nullable(),
    }),
    entry('course.pause', { reason }),
    entry('course.resume', {}),
    entry('course.drop', {
      byCaregiver: z.array(z.enum(DROP_REASONS)).max(9),
      byClinician: z.array(z.enum(DROP_REASONS)).max(9),
      note: z.string().trim().max(300),
    }),
    entry('course.graduate', { override: z.strictObject({ reason }).nullable() }),
    entry('measure.record', {
      entryId: EntryId,
      measureId: z.string().min(1).max(32),
      /** The caregiver who gave it, or null for a measure of the child that no single caregiver gave. */
      caregiverId: CaregiverId.nullable(),
      on: Day,
      total: z.number(),
    }),
    entry('practice.log', {
      entryId: EntryId,
      caregiverId: CaregiverId,
      on: Day,
      minutes: z.int().min(0).max(240),
      obstacle: z.enum(OBSTACLES).nullable(),
      praises: z.int().min(0).max(200).nullable(),
    }),
    entry('problem.name', { entryId: EntryId, text: needed(300) }),
    /** How hard it is now, from 0 (no trouble) to 10. */
    entry('problem.rate', { problem: EntryId, on: Day, rating: z.int().min(0).max(10) }),
    entry('objective.set', {
      entryId: EntryId,
      caregiverId: CaregiverId,
      measure: ObjectiveMeasure,
      bound: z.enum(['at least', 'at most']),
      target: z.number().nonnegative(),
      by: Day,
      words: needed(300),
    }),
    entry('objective.close', { objective: EntryId, how: z.enum(['met', 'dropped']) }),
    entry('confidence.judge', { caregiverId: CaregiverId, confident: z.boolean() }),
    entry('time-out.agree', { backup: TimeOut.shape.backup, houseRules: z.boolean(), signedOff: z.boolean() }),
    /** The family's level in a phase from now on, or null if commands are for the sessions only. Rule LVL1. */
    entry('level.set', {
      level: z.string().min(1).max(32).nullable(),
      override: z.strictObject({ reason }).nullable(),
    }),
    /** The child must not be sent to time-out until somebody lifts this. Rule SEQ13. */
    entry('time-out.contraindicate', { reason }),
    entry('time-out.allow', { reason }),
    /** Who decides for the child. `reason` is needed if one who said no for the child is left out. */
    entry('guardians.name', { caregivers: z.array(CaregiverId).max(2), reason: reason.nullable() }),
    /** One person’s answer about one purpose, for themselves or as a guardian for the child. Rules CNS. */
    entry('consent.answer', {
      entryId: EntryId,
      purpose: z.enum(CONSENT_PURPOSES),
      about: z.union([CaregiverId, z.literal('child')]),
      saidBy: CaregiverId,
      answer: z.enum(['given', 'refused', 'withdrawn']),
      how: z.enum(['own-page', 'spoken', 'in-writing']),
      wording: z.int().positive(),
      /** The last day of a yes; null for a no. */
      until: Day.nullable(),
      /** The child’s own wish; null if the answer is not a yes for the child. */
      assent: z.enum(ASSENTS).nullable(),
    }),
    entry('session.miss', { on: Day, why: z.string().trim().max(300) }),
    /** Withdraws a measure, a practice day, a problem or an objective. It stays in the record. */
    entry('entry.withdraw', { entry: EntryId, reason }),
  ]);

/** What a member of staff may enter into a family's record. Each entry becomes a fact; nothing is edited. */
export const FamilyEntry = entries(TYPED);
export type FamilyEntry = z.infer<typeof FamilyEntry>;

/** Who entered it: a member of staff by their account, or a caregiver in their own diary. */
const Author = z.object({ id: z.union([ParticipantId, CaregiverId]), name: KnownName });

/** The first fact of the record. The server writes it when the family is created. */
const CourseOpened = z.object({
  type: z.literal('course.open'),
  program: z.string(),
  programVersion: z.string(),
  clinicProgram: z.object({ id: ClinicProgramId, name: KnownName, version: z.int().positive() }).nullable(),
});

/** A fact in a family's record: the entry, who made it and when. Numbered from 1 without gaps and never edited. */
export const FamilyFact = z.object({
  seq: z.int().positive(),
  at: z.iso.datetime(),
  by: Author,
  entry: z.union([entries(KEPT), CourseOpened]),
});
export type FamilyFact = z.infer<typeof FamilyFact>;
export type FamilyFactEntry = FamilyFact['entry'];
