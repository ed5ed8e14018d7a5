import { z } from 'zod';
import { STAFF, type Routes } from './route.ts';

export const apiDescriptionRoutes = {
  'api-description:read': {
    method: 'GET',
    path: '/api/openapi.json',
    does: 'Describes every route as an OpenAPI document.',
    for: STAFF,
    audit: null,
    limit: 'heavy',
    answer: z.record(z.string(), z.unknown()),
  },
} as const satisfies Routes;
