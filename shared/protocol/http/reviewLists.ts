import { z } from 'zod';
import { CoderHistory } from '../coders.ts';
import { ReviewCase } from '../review.ts';
import { COACHES, type Routes } from './route.ts';

export const reviewListRoutes = {
  'reviews:list': {
    method: 'GET',
    path: '/api/reviews',
    does: 'Lists closed sessions: those that wait for review first, oldest first. Therapists see their own.',
    for: COACHES,
    answer: z.array(ReviewCase),
  },
  'coders:list': {
    method: 'GET',
    path: '/api/coders',
    does: 'Lists how coders agree, by name: all coders for supervisors, their own agreement for therapists.',
    for: COACHES,
    answer: z.array(CoderHistory),
  },
} as const satisfies Routes;
