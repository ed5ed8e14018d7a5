import { z } from 'zod';
import { LOOKED_AT, LOOKERS } from '#shared/domain/audit/lookedAt.ts';
import { Day, OBSTACLES } from '../familyFacts.ts';
import { CaregiverId, EntryId } from '../ids.ts';
import { KnownName } from '../names.ts';
import { RedeemLink } from './link.ts';
import { EVERYONE, type Routes } from './route.ts';

/** `percent`: both figures are percentages, not counts. */
const CardFigure = z.object({
  name: KnownName,
  /** Null if it did not occur. Rule ANS2. */
  actual: z.number().nullable(),
  goal: z.number(),
  percent: z.boolean().optional(),
  /** Why it matters, in words for parents. */
  why: z.string(),
  /** The source of the goal: published for the program, ours if none is published, or set by the clinic. */
  goalOrigin: z.enum(['published', 'ours', 'local']),
});

/**
 * What a caregiver takes home from a session or reads in their diary: only their own numbers, in kind words. Never
 * another caregiver's, a supervisor's note or raw criticism. Rule CARD1.
 */
export const FamilyCard = z.object({
  caregiverName: KnownName,
  /** The clinic's day of the session. */
  on: Day,
  /** How long was counted, and whether that is enough to judge the goals. Null without figures. */
  counted: z.object({ ms: z.int().positive(), judged: z.boolean() }).nullable(),
  /** Skills to use more, each with its goal. */
  skills: z.array(CardFigure),
  /** What to avoid. */
  skip: z.array(CardFigure),
  practice: z.object({ days: z.int(), of: z.int() }),
  /** Other tasks at home. Null if there are none, and in a diary, which shows them beside the day. Rule LVL5. */
  task: z.string().nullable(),
  /** The stage of the course, in the family's words. */
  stage: z.string(),
  /** What went well. Null if nothing was found to praise. */
  strength: z.string().nullable(),
  goal: z.string(),
});
export type FamilyCard = z.infer<typeof FamilyCard>;

/** Null if nothing was noted. */
const howMany = z.int().nullable();

/** A caregiver's diary: the days of this week and the last, and the card of their last session. */
export const Diary = z.object({
  /** Whose it is. */
  caregiverId: CaregiverId,
  caregiverName: KnownName,
  practiceName: KnownName,
  minutes: z.int(),
  /** Other tasks at home these days, in the family's words. Null if there are none. Rule LVL5. */
  task: z.string().nullable(),
  today: Day,
  days: z.array(z.object({ on: Day, minutes: howMany, obstacle: z.enum(OBSTACLES).nullable(), praises: howMany })),
  card: FamilyCard.nullable(),
  /** Whether the caregiver keeps a passkey that opens it. Rule PER18. */
  hasPasskey: z.boolean(),
});
export type Diary = z.infer<typeof Diary>;

/** One day of practice as the caregiver reports it: minutes, or what got in the way. */
export const DiaryDay = z.strictObject({
  on: Day,
  minutes: z.int().min(0).max(240),
  obstacle: z.enum(OBSTACLES).nullable(),
  praises: z.int().min(0).max(200).nullable(),
});
export type DiaryDay = z.infer<typeof DiaryDay>;

/** A day as a diary sends it: only for one caregiver’s diary, and entered once however often it is sent. */
export const DiaryNote = z.strictObject({ ...DiaryDay.shape, caregiverId: CaregiverId, entryId: EntryId });
export type DiaryNote = z.infer<typeof DiaryNote>;

export const NO_DIARY = 'No diary is open in this browser.';
const ENDED = 'The family’s course has ended.';

/** Who of the clinic looked at the family, the last day first: roles, not names. */
export const FamilyLookings = z.array(
  z.object({ on: Day, by: z.enum(LOOKERS), at: z.array(z.enum(LOOKED_AT)).readonly() }),
);
export type FamilyLookings = z.infer<typeof FamilyLookings>;

export const diaryRoutes = {
  'diary:open': {
    method: 'POST',
    path: '/api/diary/open',
    does: 'Makes this browser a caregiver’s diary, known by a cookie from then on.',
    for: EVERYONE,
    audit: 'diary.opened',
    limit: 'link',
    body: RedeemLink,
    answer: z.null(),
    refusals: { 410: 'The link was used or is too old.' },
  },
  'diary:read': {
    method: 'GET',
    path: '/api/diary',
    does: 'Reads the diary that is open in this browser.',
    for: EVERYONE,
    audit: 'diary.read',
    limit: 'page',
    answer: Diary,
    refusals: { 401: NO_DIARY, 410: ENDED },
  },
  'diary:close': {
    method: 'POST',
    path: '/api/diary/close',
    does: 'Closes the diary that is open in this browser.',
    for: EVERYONE,
    audit: 'diary.closed',
    limit: 'page',
    answer: z.null(),
    refusals: { 401: NO_DIARY },
  },
  'diary-audit:read': {
    method: 'GET',
    path: '/api/diary/audit',
    does: 'Says by day, to a caregiver, which roles of the clinic looked at the family’s record. Rule ADT4.',
    for: EVERYONE,
    audit: 'audit.read',
    limit: 'page',
    answer: FamilyLookings,
    refusals: { 401: NO_DIARY },
  },
  'diary:write': {
    method: 'POST',
    path: '/api/diary',
    does: 'Enters a day into the diary that is open in this browser. Sending it twice enters it once.',
    for: EVERYONE,
    audit: 'diary.written',
    limit: 'page',
    body: DiaryNote,
    answer: Diary,
    refusals: {
      401: NO_DIARY,
      403: 'Another caregiver’s diary is open in this browser.',
      409: 'The entry is not possible now.',
      410: ENDED,
      422: 'The day cannot be filled in, or the entry does not fit.',
    },
  },
} as const satisfies Routes;
