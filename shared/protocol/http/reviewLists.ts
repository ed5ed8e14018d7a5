import { z } from 'zod';
import { CoderHistory } from '../coders.ts';
import { ReviewCase } from '../review.ts';
import { COACHES, type Routes } from './route.ts';

export const reviewListRoutes = {
  'reviews:list': {
    method: 'GET',
    path: '/api/reviews',
    does: 'Lists closed sessions of families that the asker is tied to: those that wait for review first, oldest first.',
    for: COACHES,
    audit: 'names.listed',
    limit: 'heavy',
    answer: z.array(ReviewCase),
  },
  'coders:list': {
    method: 'GET',
    path: '/api/coders',
    does: 'Lists how coders agree in sessions of the asker’s families: all coders for supervisors, a therapist’s own.',
    for: COACHES,
    audit: null,
    limit: 'heavy',
    answer: z.array(CoderHistory),
  },
} as const satisfies Routes;
