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

/** The routes below `/api`, so that both sides spell them alike. */
export const ROUTES = {
  clinic: '/api/clinic',
  firstAdmin: '/api/clinic/first-admin',
  demoSignIn: '/api/demo/sign-in',
  me: '/api/me',
  people: '/api/people',
  families: '/api/families',
  sessions: '/api/sessions',
  session: (id: string) => `/api/sessions/${id}`,
  sessionLinks: (id: string) => `/api/sessions/${id}/links`,
  sessionReport: (id: string) => `/api/sessions/${id}/report`,
  redeem: '/api/join',
  device: '/api/device',
  health: '/api/health',
  auth: '/api/auth',
} as const;
