import { z } from 'zod';
import { CoderComparisons, Coders } from '../coders.ts';
import { SessionId } from '../ids.ts';
import { FamilySearch } from '../names.ts';
import { ReviewCase } from '../review.ts';
import { COACHES, type Routes } from './route.ts';

/** Whether they wait for a sign-off, or have one. */
export const REVIEW_STANDINGS = ['waiting', 'done'] as const;
export type ReviewStanding = (typeof REVIEW_STANDINGS)[number];

const ReviewsQuery = z.strictObject({
  standing: z.enum(REVIEW_STANDINGS).default('waiting'),
  family: FamilySearch.optional(),
  after: SessionId.optional(),
});

/** One page. `next` is the `after` of the next page; null on the last. */
export const Reviews = z.object({
  reviews: z.array(ReviewCase),
  next: SessionId.nullable(),
  /** How many there are of all families that the asker is tied to. */
  counts: z.record(z.enum(REVIEW_STANDINGS), z.int().nonnegative()),
});
export type Reviews = z.infer<typeof Reviews>;

/** Longer than an id of a comparison, which contains three ids, and of a coder. */
const Cursor = z.string().min(1).max(200);
const CodersQuery = z.strictObject({ after: Cursor.optional() });
const ComparisonsQuery = z.strictObject({ coderId: Cursor, after: Cursor.optional() });

export const reviewListRoutes = {
  'reviews:list': {
    method: 'GET',
    path: '/api/reviews',
    does: 'Lists closed sessions of families that the asker is tied to: waiting ones oldest first, signed-off ones latest first.',
    for: COACHES,
    audit: 'names.listed',
    limit: 'reading',
    query: ReviewsQuery,
    answer: Reviews,
  },
  'coders:list': {
    method: 'GET',
    path: '/api/coders',
    does: 'Lists whose codes were compared in sessions of the asker’s families: all coders for supervisors, a therapist themselves.',
    for: COACHES,
    audit: null,
    limit: 'reading',
    query: CodersQuery,
    answer: Coders,
  },
  'coder-comparisons:list': {
    method: 'GET',
    path: '/api/coder-comparisons',
    does: 'Lists how a coder agreed with others in sessions of the asker’s families, latest first. Rules REL9, REV1.',
    for: COACHES,
    audit: 'names.listed',
    limit: 'reading',
    query: ComparisonsQuery,
    answer: CoderComparisons,
  },
} as const satisfies Routes;
