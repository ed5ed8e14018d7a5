import { z } from 'zod';
import { DEVICE_KINDS, ROLES } from '#shared/domain/people.ts';
import { PHASES } from '#shared/domain/phase.ts';
import { Caregiver, SessionTime } from './facts.ts';
import { CaregiverId, FamilyId, ParticipantId, SessionId, WindowId } from './ids.ts';

/** What plain HTTP carries: people, families, sessions and links. All live matters go over the socket (contract.ts). */

const name = z.string().trim().min(1).max(80);
const email = z.email().max(254);

export const Account = z.object({ userId: ParticipantId, name, email, role: z.enum(ROLES) });
export type Account = z.infer<typeof Account>;

/** Whether this clinic has anyone yet, and whether it is the demo. */
export const ClinicState = z.object({ needsAdmin: z.boolean(), demo: z.boolean() });
export type ClinicState = z.infer<typeof ClinicState>;

export const NewAccount = z.strictObject({
  name,
  email,
  role: z.enum(['therapist', 'supervisor', 'admin']),
  password: z.string().min(12).max(128),
});
export type NewAccount = z.infer<typeof NewAccount>;

export const FirstAdmin = NewAccount.omit({ role: true });
export type FirstAdmin = z.infer<typeof FirstAdmin>;

export const SignIn = z.strictObject({ email, password: z.string().min(1).max(128) });
export type SignIn = z.infer<typeof SignIn>;

/** The secret of one of the demo's links, which stands for a role. Only taken on the machine that runs the demo. */
export const DemoSignIn = z.strictObject({ secret: z.string().min(20).max(200) });
export type DemoSignIn = z.infer<typeof DemoSignIn>;

export const Family = z.object({
  familyId: FamilyId,
  name,
  childInitials: z.string().max(4),
  caregivers: z.array(Caregiver).min(1).max(2),
});
export type Family = z.infer<typeof Family>;

export const NewFamily = z.strictObject({
  name,
  childInitials: z.string().trim().max(4),
  caregiverNames: z.array(name).min(1).max(2),
});
export type NewFamily = z.infer<typeof NewFamily>;

export const SessionSummary = z.object({
  sessionId: SessionId,
  familyName: name,
  childInitials: z.string(),
  caregivers: z.array(Caregiver),
  therapistName: name,
  startsAt: z.iso.datetime(),
  phase: z.enum(PHASES),
});
export type SessionSummary = z.infer<typeof SessionSummary>;

export const NewSession = z.strictObject({ familyId: FamilyId, startsAt: z.iso.datetime() });
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
  familyName: name,
  therapistName: name,
  caregivers: z.array(Caregiver),
});
export type Device = z.infer<typeof Device>;

const ScoredCriterion = z.object({
  rule: z.string(),
  label: z.string(),
  codes: z.array(z.string()),
  bound: z.enum(['at least', 'at most']),
  goal: z.number(),
  actual: z.number(),
  met: z.boolean(),
  missing: z.number(),
});

/** What was coded in a session: each window with its counts and its mastery, and why. */
export const SessionReport = z.object({
  sessionId: SessionId,
  familyName: name,
  startedAt: z.iso.datetime(),
  phase: z.enum(PHASES),
  windows: z.array(
    z.object({
      windowId: WindowId,
      kind: z.enum(['cdi', 'pdi']),
      caregiver: Caregiver,
      codedMs: SessionTime,
      counts: z.record(z.string(), z.int().nonnegative()),
      assessable: z.boolean(),
      mastered: z.boolean(),
      criteria: z.array(ScoredCriterion),
    }),
  ),
  /** Codes given outside every window: while coaching, for instance. */
  countsOutside: z.record(z.string(), z.int().nonnegative()),
});
export type SessionReport = z.infer<typeof SessionReport>;

/** Every HTTP failure: for people, without internals. */
export const HttpFailure = z.object({ error: z.string() });
export type HttpFailure = z.infer<typeof HttpFailure>;

/** Said by a server that answers and whose store answers. */
export const Health = z.object({ status: z.literal('ok') });
export type Health = z.infer<typeof Health>;

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
  /** GET → SessionReport */
  sessionReport: (id: string) => `/api/sessions/${id}/report`,
  /** POST RedeemLink → Device, known by a cookie from now on */
  redeem: '/api/join',
  /** GET → Device, for the device that asks */
  device: '/api/device',
  /** GET → Health */
  health: '/api/health',
  /** Signing in and out is kept by a library below this. */
  auth: '/api/auth',
} as const;
