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

const staffRole = NewAccount.shape.role;

/** A member of staff, and whether they can sign in. */
export const Person = Account.extend({ isActive: z.boolean() });
export type Person = z.infer<typeof Person>;

/** A change of an account by an admin. A password is told to its owner in person. */
export const AccountChange = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('role'), role: staffRole }),
  z.strictObject({ what: z.literal('password'), password: NewAccount.shape.password }),
  z.strictObject({ what: z.literal('access'), isActive: z.boolean() }),
]);
export type AccountChange = z.infer<typeof AccountChange>;

export const peopleRoutes = {
  'people:list': {
    method: 'GET',
    path: '/api/people',
    does: 'Lists everyone with an account.',
    for: ['admin'],
    answer: z.array(Person),
  },
  'people:make': {
    method: 'POST',
    path: '/api/people',
    does: 'Makes an account.',
    for: ['admin'],
    body: NewAccount,
    answer: Person,
    refusals: { 409: 'Somebody has this email address already.' },
  },
  'people:change': {
    method: 'POST',
    path: '/api/people/:userId',
    does: 'Changes the role, the password or the access of somebody else, and ends all their sign-ins.',
    for: ['admin'],
    body: AccountChange,
    answer: Person,
    refusals: { 404: 'There is no such account.', 409: 'The account is the asker’s own.' },
  },
} as const satisfies Routes;
