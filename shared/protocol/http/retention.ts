import { z } from 'zod';
import { KEEP_REASONS, PERIODS, RETAINED, UNTIL_AGES } from '#shared/domain/retention/retentionRules.ts';
import { RETENTION_OBSTACLES } from '#shared/domain/retention/whatIsDue.ts';
import { FamilyId, SessionId } from '../ids.ts';
import { KnownName } from '../names.ts';
import { COACHES, type Routes } from './route.ts';

/** How long the clinic keeps what. Rule RET1. */
export const RetentionRules = z.strictObject({
  recording: z.enum(PERIODS.recording),
  record: z.enum(PERIODS.record),
  untilAge: z.enum(UNTIL_AGES),
});
export type RetentionRules = z.infer<typeof RetentionRules>;

const Counts = z.object({ recording: z.int().nonnegative(), record: z.int().nonnegative() });

/** The rules, and how much is announced under them. */
export const Retention = z.object({
  rules: RetentionRules,
  announced: Counts,
  /** The clinic's day on which the server last checked; null if it never did. */
  lookedOn: z.iso.date().nullable(),
});
export type Retention = z.infer<typeof Retention>;

/** How much rules would announce at once, and the first day on which any of it would be erased. */
export const RetentionPreview = z.object({ counts: Counts, from: z.iso.date() });
export type RetentionPreview = z.infer<typeof RetentionPreview>;

/** A recording, or the whole record of a family, which has no session. */
const Thing = z.object({ sessionId: SessionId.nullable(), recordedAt: z.iso.datetime().nullable() });

export const AnnouncedThing = Thing.extend({ announcedOn: z.iso.date(), erasesOn: z.iso.date() });
export type AnnouncedThing = z.infer<typeof AnnouncedThing>;

/** What an admin is told of it: the family's name and nothing of its record. */
export const AnnouncedLine = AnnouncedThing.extend({
  place: z.int().positive(),
  familyId: FamilyId,
  familyName: KnownName,
  obstacles: z.array(z.enum(RETENTION_OBSTACLES)),
});
export type AnnouncedLine = z.infer<typeof AnnouncedLine>;

/** One page, soonest first. `next` is the `after` of the next page; null on the last. */
const AnnouncedPage = z.object({ lines: z.array(AnnouncedLine), next: z.string().nullable() });

const AnnouncedQuery = z.strictObject({
  kind: z.enum(RETAINED).optional(),
  after: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}\.\d{1,12}$/)
    .optional(),
});

/** `keptBy` is null for an account that is gone. */
export const KeptThing = Thing.extend({
  reason: z.enum(KEEP_REASONS),
  keptUntil: z.iso.date(),
  keptBy: KnownName.nullable(),
});
export type KeptThing = z.infer<typeof KeptThing>;

/** What those who are tied to a family are told: the soonest that will be erased, how much in all, and what is kept. */
export const FamilyRetention = z.object({
  announced: z.array(AnnouncedThing),
  total: z.int().nonnegative(),
  kept: z.array(KeptThing),
});
export type FamilyRetention = z.infer<typeof FamilyRetention>;

const Keep = z.strictObject({ familyId: FamilyId, sessionId: SessionId.nullable(), reason: z.enum(KEEP_REASONS) });

export const retentionRoutes = {
  'retention:read': {
    method: 'GET',
    path: '/api/retention',
    does: 'Says how long the clinic keeps what, and how much will be erased. Rule RET1.',
    for: ['admin'],
    audit: null,
    limit: 'reading',
    answer: Retention,
  },
  'retention:preview': {
    method: 'GET',
    path: '/api/retention/preview',
    does: 'Says how much would be announced if these were the rules. Rule RET1.',
    for: ['admin'],
    audit: null,
    limit: 'heavy',
    query: RetentionRules,
    answer: RetentionPreview,
  },
  'retention:change': {
    method: 'POST',
    path: '/api/retention',
    does: 'Sets how long the clinic keeps what, and announces what is over by it. Rules RET1, RET3.',
    for: ['admin'],
    asksAgain: true,
    audit: 'retention.changed',
    limit: 'making',
    body: RetentionRules,
    answer: z.null(),
  },
  'retention:list': {
    method: 'GET',
    path: '/api/retention/announced',
    does: 'Lists what will be erased because of its age and when, with what prevents it. Rules RET3, RET4.',
    for: ['admin'],
    audit: 'names.listed',
    limit: 'heavy',
    query: AnnouncedQuery,
    answer: AnnouncedPage,
  },
  'family-retention:read': {
    method: 'GET',
    path: '/api/families/:familyId/retention',
    does: 'Lists what of a family will be erased because of its age, and what somebody keeps. Rules RET3, RET4.',
    for: COACHES,
    audit: 'record.read',
    limit: 'reading',
    answer: FamilyRetention,
  },
  'retention:keep': {
    method: 'POST',
    path: '/api/retention/keep',
    does: 'Keeps a recording, or without a session a whole record, for another year. Rule RET4.',
    for: COACHES,
    audit: 'retention.kept',
    limit: 'writing',
    body: Keep,
    answer: z.null(),
    refusals: { 404: 'There is no such family, or it is not the asker’s.', 409: 'It is not to be erased.' },
  },
} as const satisfies Routes;
