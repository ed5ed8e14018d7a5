import { z } from 'zod';
import { ROLES } from '#shared/domain/people.ts';
import { SECOND_FACTORS } from '#shared/domain/secondFactor.ts';
import { ParticipantId } from '../ids.ts';
import { KnownName, Name } from '../names.ts';
import { SentLink } from './accountLinks.ts';
import { email, NewPassword } from './credentials.ts';
import type { Routes } from './route.ts';

export const Account = z.object({ userId: ParticipantId, name: KnownName, email, role: z.enum(ROLES) });
export type Account = z.infer<typeof Account>;

const staffRole = z.enum(['therapist', 'supervisor', 'admin']);

/** Somebody whom an admin invites. They set their own password. */
export const NewPerson = z.strictObject({ name: Name, email, role: staffRole });
export type NewPerson = z.infer<typeof NewPerson>;

/** An account with a password, which only its owner types. */
export const NewAccount = z.strictObject({ ...NewPerson.shape, password: NewPassword });
export type NewAccount = z.infer<typeof NewAccount>;

/** `invited`: they have not set a password yet. `deactivated`: they cannot sign in. */
const PERSON_STANDINGS = ['invited', 'active', 'deactivated'] as const;

/** A member of staff, and whether they can sign in. */
export const Person = Account.extend({
  standing: z.enum(PERSON_STANDINGS),
  /** When their invitation ends or ended. Null for those who are not just invited. */
  invitedUntil: z.iso.datetime().nullable(),
  /** What the person can give as the second step of a sign-in. Rule PER11. */
  secondFactors: z.array(z.enum(SECOND_FACTORS)),
});
export type Person = z.infer<typeof Person>;

/** Somebody who was invited, and where their link went. */
export const Invited = z.object({ person: Person, link: SentLink });
export type Invited = z.infer<typeof Invited>;

/** A change of an account by an admin. */
export const AccountChange = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('role'), role: staffRole }),
  z.strictObject({ what: z.literal('access'), isActive: z.boolean() }),
]);
export type AccountChange = z.infer<typeof AccountChange>;

/** How an admin made sure that it is the person who asks for their lost factors to be removed. */
export const FactorRemoval = z.strictObject({ madeSure: z.enum(['in-person', 'by-call']) });

const NO_ACCOUNT = 'There is no such account.';

export const peopleRoutes = {
  'people:list': {
    method: 'GET',
    path: '/api/people',
    does: 'Lists everyone with an account.',
    for: ['admin'],
    audit: null,
    limit: 'reading',
    answer: z.array(Person),
  },
  'people:invite': {
    method: 'POST',
    path: '/api/people',
    does: 'Invites a person by email, or by a link that the asker hands over.',
    for: ['admin'],
    audit: 'account.changed',
    limit: 'writing',
    asksAgain: true,
    body: NewPerson,
    answer: Invited,
    refusals: { 409: 'Somebody has this email address already.' },
  },
  'people:change': {
    method: 'POST',
    path: '/api/people/:userId',
    does: 'Changes the role or the access of somebody else, and ends all their sign-ins.',
    for: ['admin'],
    audit: 'account.changed',
    limit: 'writing',
    asksAgain: true,
    body: AccountChange,
    answer: Person,
    refusals: { 404: NO_ACCOUNT, 409: 'The account is the asker’s own.' },
  },
  'people:remove-second-factor': {
    method: 'POST',
    path: '/api/people/:userId/second-factor/removal',
    does: 'Removes the second factors of somebody who lost them, and ends all their sign-ins. The audit keeps how the asker made sure who it is.',
    for: ['admin'],
    audit: 'account.changed',
    limit: 'writing',
    asksAgain: true,
    body: FactorRemoval,
    answer: Person,
    refusals: { 404: NO_ACCOUNT, 409: 'The person has none, or the account is the asker’s own.' },
  },
  'people:withdraw': {
    method: 'DELETE',
    path: '/api/people/:userId',
    does: 'Withdraws an invitation that was not accepted yet. The account is deactivated if families were on its caseload.',
    for: ['admin'],
    audit: 'account.changed',
    limit: 'writing',
    answer: z.null(),
    refusals: { 409: 'The invitation was accepted, or there is none.' },
  },
  'people:send-link': {
    method: 'POST',
    path: '/api/people/:userId/links',
    does: 'Sends an invitation again, or a link for a new password. Earlier links of the person stop working.',
    for: ['admin'],
    audit: 'account.changed',
    limit: 'writing',
    asksAgain: true,
    answer: SentLink,
    refusals: { 404: NO_ACCOUNT, 409: 'The account is deactivated, or it is the asker’s own.' },
  },
} as const satisfies Routes;
