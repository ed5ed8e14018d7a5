/** What a row of the audit is about, for the filter of its page. A refused attempt of any kind is a denial. */
export const AUDIT_KINDS = ['sign-in', 'read', 'recording', 'change', 'export', 'override', 'denial'] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/**
 * Everything that the audit can say was done, by kind. The rows of HTTP routes and of socket commands name one of these,
 * or say that they write nothing. Rows that were written keep their words: a name here is never reused. Rule ADT1.
 */
const BY_KIND = {
  'sign-in': [
    'person.signed-in',
    'password.signed-in',
    'passkey.signed-in',
    'provider.signed-in',
    'two-factors.signed-in',
    'demo-link.signed-in',
    'person.signed-out',
    'sign-ins.ended',
    'app.given',
    'passkey.given',
    'recovery-code.given',
    'identity.confirmed',
    'password.confirmed',
    'app.confirmed',
    'passkey.confirmed',
    'password.set',
    'second-factor.changed',
    'device.joined',
    'diary.opened',
    'diary.closed',
  ],
  read: [
    'names.listed',
    'record.read',
    'safety-sheet.read',
    'session.read',
    'session.attended',
    'links.listed',
    'card.read',
    'diary.read',
    'consents.read',
    'audit.read',
  ],
  recording: ['recording.played', 'speech.read'],
  change: [
    'family.made',
    'family.erased',
    'erasure.requested',
    'erasure.withdrawn',
    'erasure.confirmed',
    'hold.set',
    'hold.lifted',
    'retention.changed',
    'retention.kept',
    'recording.erased',
    'record.changed',
    'safety-sheet.changed',
    'diary.written',
    'consent.answered',
    'caseload.changed',
    'session.planned',
    'session.closed',
    'emergency.raised',
    'emergency.ended',
    'review.written',
    'coding.imported',
    'link.made',
    'link.withdrawn',
    'device.admitted',
    'device.turned-away',
    'consent.given',
    'consent.withdrawn',
    'account.changed',
    'second-factor.removed-in-person',
    'second-factor.removed-by-call',
    'own-account.changed',
    'team.changed',
    'program.changed',
    'clinic.changed',
    'key.rotated',
  ],
  export: ['session.exported', 'recording.exported', 'copy.made'],
  override: ['ear-check.overridden', 'gate.overridden', 'window.voided', 'lead.taken'],
} as const satisfies Readonly<Record<Exclude<AuditKind, 'denial'>, readonly string[]>>;

export type Audited = (typeof BY_KIND)[keyof typeof BY_KIND][number];

const KINDS = new Map<string, Exclude<AuditKind, 'denial'>>(
  (Object.keys(BY_KIND) as (keyof typeof BY_KIND)[]).flatMap((kind) => BY_KIND[kind].map((what) => [what, kind])),
);

export const AUDITED: readonly Audited[] = Object.values(BY_KIND).flat();

export type AuditOutcome = 'done' | 'refused';

export function auditKindOf(what: Audited, outcome: AuditOutcome): AuditKind {
  const kind = KINDS.get(what);
  if (kind === undefined) throw new Error(`The audit knows no ${what}.`);
  return outcome === 'refused' ? 'denial' : kind;
}

/** Whether somebody only read: such a row may be written a moment later, and once for many readings. Rule ADT2. */
export function isReading(what: Audited): boolean {
  const kind = KINDS.get(what);
  return kind === 'read' || kind === 'recording';
}

/**
 * Who did it. Staff by their role at that time; a device or a caregiver of the family; somebody unknown;
 * a terminal command; the server itself, by a rule of the clinic.
 */
export const AUDIT_ACTORS = [
  'therapist',
  'supervisor',
  'admin',
  'caregiver',
  'device',
  'nobody',
  'terminal',
  'server',
] as const;
export type AuditActor = (typeof AUDIT_ACTORS)[number];

/** Reading the same again within this time is the same row, in ms: pages ask again by themselves, players ask for parts. */
export const SAME_READING_MS = 600_000;

/** Refused attempts at the same are one row in this time, in ms, so that nobody can fill the audit. */
export const SAME_DENIAL_MS = 60_000;
