import { z } from 'zod';
import { ROLES } from '#shared/domain/people.ts';
import { ParticipantId } from '../ids.ts';
import { KnownName, Name } from '../names.ts';
import type { Routes } from './route.ts';

export const email = z.email().max(254);

export const Account = z.object({ userId: ParticipantId, name: KnownName, email, role: z.enum(ROLES) });
export type Account = z.infer<typeof Account>;

export const NewAccount = z.strictObject({
  name: Name,
  email,
  role: z.enum(['therapist', 'supervisor', 'admin']),
  password: z.string().min(12).max(128),
});
export type NewAccount = z.infer<typeof NewAccount>;

export const peopleRoutes = {
  'people:list': {
    method: 'GET',
    path: '/api/people',
    does: 'Lists everyone with an account.',
    for: ['admin'],
    answer: z.array(Account),
  },
  'people:make': {
    method: 'POST',
    path: '/api/people',
    does: 'Makes an account.',
    for: ['admin'],
    body: NewAccount,
    answer: Account,
    refusals: { 409: 'Somebody has this email address already.' },
  },
} as const satisfies Routes;
