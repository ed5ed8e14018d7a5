import { z } from 'zod';
import { PHASES } from '#shared/domain/phase.ts';
import { CommandFigures, CommandOutcome, share } from '../commandOutcome.ts';
import { SessionTime } from '../factDraft.ts';
import { Caregiver, Contraindication, Edits } from '../facts.ts';
import { SessionId, WindowId } from '../ids.ts';
import { KnownName } from '../names.ts';
import { GapCauses, ReportedStop } from '../reportedStop.ts';

const codes = z.array(z.string()).readonly();

const overNothing = z.enum(['not applicable', 'not met']);

const Measured = z.discriminatedUnion('of', [
  z.object({ of: z.literal('count'), codes }),
  z.object({ of: z.literal('share'), codes, among: codes, overNothing }),
  z.object({
    of: z.literal('answered'),
    codes,
    by: codes,
    withinMs: z.number().nonnegative(),
    silenceCounts: z.boolean(),
    overNothing,
  }),
  z.object({
    of: z.literal('taken'),
    codes,
    chances: codes,
    withinMs: z.number().nonnegative(),
    overNothing,
  }),
  z.object({ of: z.literal('commands'), codes }),
  z.object({ of: z.literal('effective'), codes }),
  z.object({ of: z.literal('follow-through'), codes }),
]);

/** The result of a criterion. Rule ANS2. */
const CriterionResult = z.discriminatedUnion('is', [
  z.object({ is: z.literal('met'), actual: z.number() }),
  z.object({ is: z.literal('not met'), actual: z.number().nullable(), missing: z.number() }),
  z.object({ is: z.literal('not applicable') }),
  z.object({ is: z.literal('not assessable'), actual: z.number().nullable(), missing: z.number() }),
]);

const ScoredCriterion = z.intersection(
  Measured,
  z.object({
    rule: z.string(),
    label: KnownName,
    short: z.string(),
    bound: z.enum(['at least', 'at most']),
    goal: z.number(),
    goalOrigin: z.enum(['published', 'local']),
    result: CriterionResult,
  }),
);

/** How the coach coached, over the time of coaching. Shown afterwards and to supervisors; never a gate. Rules TPC. */
export const CoachMetrics = z.object({
  statements: z.int().nonnegative(),
  perMinute: z.number().nonnegative().nullable(),
  counts: z.record(z.string(), z.int().nonnegative()),
  directive: z.int().nonnegative(),
  responsive: z.int().nonnegative(),
  corrective: z.int().nonnegative(),
  responsiveShare: share,
  /** Corrective statements per specific praise of the parent. Null without praise. */
  correctiveToPraise: z.number().nonnegative().nullable(),
  /** From a skill of the parent to the statement that answered it, in ms. */
  medianLagMs: z.number().nonnegative().nullable(),
  answeredShare: share,
  reuseShare: share,
  longestSilenceMs: z.number().nonnegative().nullable(),
  /** How long the coach's voice was open while somebody in the room spoke, in ms. Null if speech was not searched. */
  talkOverMs: z.number().nonnegative().nullable(),
});
export type CoachMetrics = z.infer<typeof CoachMetrics>;

const WindowReport = z.object({
  windowId: WindowId,
  /** The treatment phase it was coded in. */
  kind: z.string(),
  caregiver: Caregiver,
  /** When its clock began. */
  from: SessionTime,
  codedMs: SessionTime,
  counts: z.record(z.string(), z.int().nonnegative()),
  assessable: z.boolean(),
  mastered: z.boolean(),
  /** Whether meeting the criteria is mastery; otherwise they are practice goals. Rule PRO1. */
  isMastery: z.boolean(),
  criteria: z.array(ScoredCriterion),
  goals: z.array(ScoredCriterion),
  commands: CommandFigures.nullable(),
  outcomes: z.array(CommandOutcome),
  /** Codes for which the coder saw two candidates: what it became, and what it might be. Rules COD3, COD4. */
  uncertain: z.array(
    z.object({
      at: z.number().nonnegative(),
      code: z.string(),
      candidates: z.array(z.string()),
      mode: z.enum(['both', 'unsure']),
    }),
  ),
  /** Figures beside the criteria, by the id of their rule; null if there was nothing to divide by. */
  ratios: z.array(z.object({ rule: z.string(), label: KnownName, value: share })),
  /** Whether gaps voided it, or its lead coach said that it counts nowhere, and why. Rules WIN4, WIN5. */
  standing: z.enum(['sound', 'flagged', 'void']),
  voidWhy: z.string().nullable(),
  /** What was lost in each of its gaps while coding continued. Rule WIN4. */
  gaps: z.array(GapCauses),
  stops: z.array(ReportedStop),
  ratings: z.record(z.string(), z.string()),
});

/** What was coded in a session: each window with its counts and its mastery, and why. */
export const SessionReport = z.object({
  sessionId: SessionId,
  familyName: KnownName,
  startedAt: z.iso.datetime(),
  phase: z.enum(PHASES),
  program: z.string(),
  programVersion: z.string(),
  edits: Edits.nullable(),
  treatmentPhase: z.string().nullable(),
  stage: z.string().nullable(),
  /** The level of the family, if it had one. Rule LVL1. */
  level: z.string().optional(),
  windows: z.array(WindowReport),
  /** Codes outside every window, for example while coaching. */
  countsOutside: z.record(z.string(), z.int().nonnegative()),
  /** Codes pressed before the close that arrived after it. Absent if there are none. Rule LOG5. */
  lateCodes: z.array(z.object({ code: z.string(), caregiverName: KnownName, pressedAt: SessionTime })).optional(),
  /** True if the treatment's one warning of the back-up was given in it. Rule SEQ8. */
  roomWarningGiven: z.boolean().optional(),
  /**
   * Since when (session time) time-out was contraindicated, or allowed again. Absent if it was always allowed. Rule
   * SEQ13.
   */
  contraindications: z.array(z.object({ since: SessionTime, is: Contraindication.nullable() })).optional(),
  /** Null if nobody coded the coach and no prompt was a statement. */
  coach: CoachMetrics.nullable(),
});
export type SessionReport = z.infer<typeof SessionReport>;
