import { z } from 'zod';
import { DEVICE_KINDS, ROLES } from '#shared/domain/people.ts';
import { PHASES } from '#shared/domain/phase.ts';
import { ClinicCard, ClinicSettings, TimeZone } from './clinic.ts';
import { CommandFigures, CommandOutcome, share } from './commandOutcome.ts';
import { SessionTime } from './factDraft.ts';
import { Caregiver, Contraindication, Edits, NewEdits } from './facts.ts';
import { Day, FamilyFact, OBSTACLES } from './familyFacts.ts';
import { Initials, KnownName, KnownNameOrNone, Name } from './names.ts';
import { GapCauses, ReportedStop } from './reportedStop.ts';
import { CaregiverId, ClinicProgramId, EntryId, FamilyId, ParticipantId, SessionId, WindowId } from './ids.ts';

/** What plain HTTP carries: people, families, sessions and links. All live matters go over the socket (contract.ts). */

const email = z.email().max(254);

export const Account = z.object({ userId: ParticipantId, name: KnownName, email, role: z.enum(ROLES) });
export type Account = z.infer<typeof Account>;

/** Whether this clinic has anyone yet, whether it is the demo, and what it says of itself to anybody. */
export const ClinicState = z.object({ needsAdmin: z.boolean(), demo: z.boolean(), clinic: ClinicCard });
export type ClinicState = z.infer<typeof ClinicState>;

export const NewAccount = z.strictObject({
  name: Name,
  email,
  role: z.enum(['therapist', 'supervisor', 'admin']),
  password: z.string().min(12).max(128),
});
export type NewAccount = z.infer<typeof NewAccount>;

/** Who looks after the clinic, and the clinic. */
export const FirstAdmin = NewAccount.omit({ role: true }).extend({ clinic: ClinicSettings });
export type FirstAdmin = z.infer<typeof FirstAdmin>;

export const SignIn = z.strictObject({ email, password: z.string().min(1).max(128) });
export type SignIn = z.infer<typeof SignIn>;

/** The secret of one of the demo's links, which stands for a role. Only taken on the machine that runs the demo. */
export const DemoSignIn = z.strictObject({ secret: z.string().min(20).max(200) });
export type DemoSignIn = z.infer<typeof DemoSignIn>;

export const Family = z.object({
  familyId: FamilyId,
  name: KnownName,
  childInitials: KnownNameOrNone,
  /** YYYY-MM, or null where nobody said. */
  childBirthMonth: z.string().nullable(),
  caregivers: z.array(Caregiver).min(1).max(2),
  program: z.string(),
  programVersion: z.string(),
  clinicProgram: z.object({ id: ClinicProgramId, name: KnownName, version: z.int().positive() }).nullable(),
});
export type Family = z.infer<typeof Family>;

export const NewFamily = z.strictObject({
  name: Name,
  childInitials: Initials,
  childBirthMonth: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .nullable()
    .optional(),
  caregiverNames: z.array(Name).min(1).max(2),
  /** The program's newest version, unless the clinic's own copy is named. The default program where nothing is said. */
  program: z.string().optional(),
  clinicProgramId: ClinicProgramId.optional(),
});
export type NewFamily = z.infer<typeof NewFamily>;

export const SessionSummary = z.object({
  sessionId: SessionId,
  familyId: FamilyId,
  familyName: KnownName,
  childInitials: KnownNameOrNone,
  caregivers: z.array(Caregiver),
  therapistName: KnownName,
  startsAt: z.iso.datetime(),
  phase: z.enum(PHASES),
  program: z.string(),
  programVersion: z.string(),
  /** The stage of the course and the treatment phase that it was planned for. */
  stage: z.string().nullable(),
  treatmentPhase: z.string().nullable(),
});
export type SessionSummary = z.infer<typeof SessionSummary>;

/** The stage of the course that it is for, and what is to be coded in it; what is not said is taken from the course. */
export const NewSession = z.strictObject({
  familyId: FamilyId,
  startsAt: z.iso.datetime(),
  stage: z.string().max(32).optional(),
  treatmentPhase: z.string().max(32).optional(),
});
export type NewSession = z.infer<typeof NewSession>;

/** A link that opens the family room or an ear without an account: single use, with its secret in the fragment. */
export const JoinLink = z.object({ url: z.url(), expiresAt: z.iso.datetime() });
export type JoinLink = z.infer<typeof JoinLink>;

export const RedeemLink = z.strictObject({ secret: z.string().min(20).max(200) });

/** What a device that redeemed its link is told about itself. */
export const Device = z.object({
  deviceId: ParticipantId,
  sessionId: SessionId,
  kind: z.enum(DEVICE_KINDS),
  wearer: CaregiverId.nullable(),
  /** Null for a device that nobody let in: a link may have reached the wrong person. Rule PER6. */
  therapistName: KnownName.nullable(),
  /** Whether its session is closed: nothing is captured for it any more. */
  isOver: z.boolean(),
});
export type Device = z.infer<typeof Device>;

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

/** What a criterion came to. Rule ANS2. */
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
  /** Corrective statements for each specific praise of the parent; null where there was no praise. */
  correctiveToPraise: z.number().nonnegative().nullable(),
  /** From a skill of the parent to the statement that answered it, in ms. */
  medianLagMs: z.number().nonnegative().nullable(),
  answeredShare: share,
  reuseShare: share,
  longestSilenceMs: z.number().nonnegative().nullable(),
  /** How long the coach's voice was open while somebody in the room spoke; null where nobody listened for that. */
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
  /** Figures beside the criteria, by the id of their rule; null over nothing. */
  ratios: z.array(z.object({ rule: z.string(), label: KnownName, value: share })),
  /** Whether gaps spoilt it, or its lead coach said that it counts nowhere, and why. Rules WIN4, WIN5. */
  standing: z.enum(['sound', 'flagged', 'void']),
  voidWhy: z.string().nullable(),
  /** What was lost in each of its gaps, as far as coding went on. Rule WIN4. */
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
  /** The level that the family was at, where it was at one. Rule LVL1. */
  level: z.string().optional(),
  windows: z.array(WindowReport),
  /** Codes given outside every window: while coaching, for instance. */
  countsOutside: z.record(z.string(), z.int().nonnegative()),
  /** Codes that were pressed before the close and came in after it; absent where there are none. Rule LOG5. */
  lateCodes: z.array(z.object({ code: z.string(), caregiverName: KnownName, pressedAt: SessionTime })).optional(),
  /** True where the treatment's one warning of the back-up was given in it. Rule SEQ8. */
  roomWarningGiven: z.boolean().optional(),
  /** Since when in session time time-out was contraindicated, or allowed again; absent where it always was. Rule SEQ13. */
  contraindications: z.array(z.object({ since: SessionTime, is: Contraindication.nullable() })).optional(),
  /** Null where nobody coded the coach and no prompt was a statement. */
  coach: CoachMetrics.nullable(),
});
export type SessionReport = z.infer<typeof SessionReport>;

/** A family's record with its sessions: what `courseOf` folds. */
export const FamilyRecord = z.object({
  family: Family,
  facts: z.array(FamilyFact),
  sessions: z.array(SessionReport),
  /** What the clinic changed in its copy of the program, in the version that the course runs under. */
  edits: Edits.nullable(),
  /** The clinic's, in which its sessions have their days. */
  timeZone: TimeZone,
});
export type FamilyRecord = z.infer<typeof FamilyRecord>;

/** Opens a caregiver's own diary on their phone, for as long as the course runs. */
export const DiaryLink = z.object({ url: z.url(), expiresAt: z.iso.datetime() });
export const NewDiaryLink = z.strictObject({ caregiverId: CaregiverId });

/** `percent`: both figures are percentages, not counts. */
const CardFigure = z.object({
  name: KnownName,
  /** Null: it did not come up. Rule ANS2. */
  actual: z.number().nullable(),
  goal: z.number(),
  percent: z.boolean().optional(),
  /** What it is good for, in words for parents. */
  why: z.string(),
  /** Whose goal it is: published for the program, made by us where none is published, or set by the clinic. */
  goalOrigin: z.enum(['published', 'ours', 'local']),
});

/**
 * What a caregiver takes home from a session, or reads in their diary: their own numbers alone, in kind words. Never
 * another caregiver's, a supervisor's note or a raw criticism. Rule CARD1.
 */
export const FamilyCard = z.object({
  caregiverName: KnownName,
  /** The clinic's day of the session. */
  on: Day,
  /** How long was counted, and whether that was enough to hold the figures against their goals; null: no figures. */
  counted: z.object({ ms: z.int().positive(), judged: z.boolean() }).nullable(),
  /** What to do more of, each against its goal. */
  skills: z.array(CardFigure),
  /** What to leave out. */
  skip: z.array(CardFigure),
  practice: z.object({ days: z.int(), of: z.int() }),
  /** What else to do at home; null where there is nothing else, and in a diary, which says it beside the day. Rule LVL5. */
  task: z.string().nullable(),
  /** The stage of the course, in the family's words. */
  stage: z.string(),
  /** What went well, or null where nothing was found that could be praised. */
  strength: z.string().nullable(),
  goal: z.string(),
});
export type FamilyCard = z.infer<typeof FamilyCard>;

/** Null where nothing was noted. */
const howMany = z.int().nullable();

/** A caregiver's diary: the days of this week and the last, and the card of their last session. */
export const Diary = z.object({
  /** Whose it is. */
  caregiverId: CaregiverId,
  caregiverName: KnownName,
  practiceName: KnownName,
  minutes: z.int(),
  /** What else to do at home these days, in the family's words; null where there is nothing else. Rule LVL5. */
  task: z.string().nullable(),
  today: Day,
  days: z.array(z.object({ on: Day, minutes: howMany, obstacle: z.enum(OBSTACLES).nullable(), praises: howMany })),
  card: FamilyCard.nullable(),
});
export type Diary = z.infer<typeof Diary>;

/** One day of practice as the caregiver says it: how many minutes, or what got in the way. */
export const DiaryDay = z.strictObject({
  on: Day,
  minutes: z.int().min(0).max(240),
  obstacle: z.enum(OBSTACLES).nullable(),
  praises: z.int().min(0).max(200).nullable(),
});
export type DiaryDay = z.infer<typeof DiaryDay>;

/** A day as a diary sends it: meant for one caregiver’s diary alone, and entered once however often it is sent. */
export const DiaryNote = z.strictObject({ ...DiaryDay.shape, caregiverId: CaregiverId, entryId: EntryId });
export type DiaryNote = z.infer<typeof DiaryNote>;

/** A clinic's own copy of a program, in one version. A version never changes; a change makes the next. Rule PRO2. */
export const ClinicProgram = z.object({
  clinicProgramId: ClinicProgramId,
  version: z.int().positive(),
  name: KnownName,
  basedOn: z.object({ id: z.string(), version: z.string() }),
  edits: Edits,
  madeBy: KnownName,
  madeAt: z.iso.datetime(),
});
export type ClinicProgram = z.infer<typeof ClinicProgram>;

export const NewClinicProgram = z.strictObject({
  name: Name,
  basedOn: z.strictObject({ id: z.string(), version: z.string() }),
  edits: NewEdits,
});
export type NewClinicProgram = z.infer<typeof NewClinicProgram>;

export const ClinicProgramChange = z.strictObject({ name: Name, edits: NewEdits });
export type ClinicProgramChange = z.infer<typeof ClinicProgramChange>;

/** Every HTTP failure: for people, without internals. */
export const HttpFailure = z.object({ error: z.string() });
export type HttpFailure = z.infer<typeof HttpFailure>;

/**
 * The routes below `/api`, so that both sides spell them alike, with what each takes and answers. Whatever is refused
 * is answered with `HttpFailure`: 400 for an input that is not right, 401 not signed in, 403 not allowed, 404 not there,
 * 409 not now, 410 no longer, 429 too often.
 */
export const ROUTES = {
  /** GET → ClinicState */
  clinic: '/api/clinic',
  /** POST FirstAdmin → Account, signed in */
  firstAdmin: '/api/clinic/first-admin',
  /** POST DemoSignIn → Account, signed in */
  demoSignIn: '/api/demo/sign-in',
  /** POST SignIn → Account, signed in */
  signIn: '/api/auth/sign-in/email',
  /** POST → null */
  signOut: '/api/auth/sign-out',
  /** GET → Account */
  me: '/api/me',
  /** GET → Account[]; POST NewAccount → Account */
  people: '/api/people',
  /** GET → Family[]; POST NewFamily → Family */
  families: '/api/families',
  /** GET → SessionSummary[], the latest first; POST NewSession → SessionSummary */
  sessions: '/api/sessions',
  /** GET → SessionSummary */
  session: (id: string) => `/api/sessions/${id}`,
  /** POST → JoinLink for the family's device */
  sessionLinks: (id: string) => `/api/sessions/${id}/links`,
  /** GET → FamilyRecord */
  family: (id: string) => `/api/families/${id}`,
  /** POST FamilyEntry → FamilyRecord */
  familyEntries: (id: string) => `/api/families/${id}/entries`,
  /** GET → KeptSafetySheet or null; POST SafetySheet → KeptSafetySheet (safetySheet.ts) */
  safetySheet: (id: string) => `/api/families/${id}/safety-sheet`,
  /** POST NewDiaryLink → DiaryLink */
  diaryLinks: (id: string) => `/api/families/${id}/diary-links`,
  /** POST RedeemLink → null: this browser is the caregiver's diary from now on */
  openDiary: '/api/diary/open',
  /** GET → Diary; POST DiaryNote → Diary; 403: another caregiver’s diary is open in this browser */
  diary: '/api/diary',
  /** GET → FamilyCard[] for the caregivers whose ear or combined device asks, once the session is closed */
  deviceCards: '/api/device/cards',
  /** GET → ClinicProgram[], the newest version of each; POST NewClinicProgram → ClinicProgram */
  clinicPrograms: '/api/programs',
  /** GET → ClinicProgram[], every version, newest first; POST ClinicProgramChange → ClinicProgram */
  clinicProgram: (id: string) => `/api/programs/${id}`,
  /** GET → SessionReport */
  sessionReport: (id: string) => `/api/sessions/${id}/report`,
  /** GET, POST (asks for it) → SpeechStatus; 409 where there is nothing to listen to */
  sessionSpeech: (id: string) => `/api/sessions/${id}/speech`,
  /** GET → SessionRecording (recording.ts), once the session is closed */
  recording: (id: string) => `/api/sessions/${id}/recording`,
  /** GET → the part as a WebM file; a single range is answered with that range */
  recordedPart: (id: string, partId: string) => `/api/sessions/${id}/recording/${partId}`,
  /** POST RedeemLink → Device, known by a cookie from now on */
  redeem: '/api/join',
  /** GET → Device, for the device that asks */
  device: '/api/device',
  /** GET → Health; 503 → Unwell */
  health: '/api/health',
  /** Signing in and out is kept by a library below this. */
  auth: '/api/auth',
} as const;
