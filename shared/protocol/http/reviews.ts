import { z } from 'zod';
import { ImportResult, MAX_IMPORT_BYTES, NewImport } from '../imports.ts';
import { Review, ReviewEntry, ReviewUpdate } from '../review.ts';
import { CLOSED_SESSION } from './closedSession.ts';
import { COACHES, type Routes } from './route.ts';

/** The last fact that the page has. The answer contains later ones. */
const After = z.object({ after: z.coerce.number().int().nonnegative().default(0) });

export const reviewRoutes = {
  'review:read': {
    method: 'GET',
    path: '/api/sessions/:sessionId/review',
    does: 'Reads a closed session again. Rules REV1 to REV4.',
    for: COACHES,
    audit: 'session.read',
    limit: 'heavy',
    isPolled: true,
    query: After,
    answer: Review,
    refusals: CLOSED_SESSION,
  },
  'review:write': {
    method: 'POST',
    path: '/api/sessions/:sessionId/review',
    does: 'Enters something into the review of a closed session.',
    for: COACHES,
    audit: 'review.written',
    limit: 'writing',
    query: After,
    body: ReviewEntry,
    answer: ReviewUpdate,
    refusals: CLOSED_SESSION,
  },
  'codings:import': {
    method: 'POST',
    path: '/api/sessions/:sessionId/imports',
    does: 'Attaches codings that were made elsewhere.',
    for: COACHES,
    audit: 'coding.imported',
    limit: 'making',
    body: NewImport,
    largestBody: MAX_IMPORT_BYTES,
    answer: ImportResult,
    refusals: CLOSED_SESSION,
  },
} as const satisfies Routes;
