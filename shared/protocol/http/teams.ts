import { z } from 'zod';
import { ParticipantId, TeamId } from '../ids.ts';
import { KnownName, Name } from '../names.ts';
import { Colleague } from './caseloads.ts';
import type { Routes } from './route.ts';

/** A site, a trainee group, or the whole of a small clinic. Its leads supervise the families of its members. */
export const Team = z.object({
  teamId: TeamId,
  name: KnownName,
  members: z.array(Colleague),
  leads: z.array(Colleague),
  isRetired: z.boolean(),
});
export type Team = z.infer<typeof Team>;

export const NewTeam = z.strictObject({ name: Name });
export type NewTeam = z.infer<typeof NewTeam>;

const part = z.enum(['member', 'lead']);

/** A retired team gives nobody access. It keeps its people, for the day that it is used again. */
export const TeamChange = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('name'), name: Name }),
  z.strictObject({ what: z.literal('add'), userId: ParticipantId, part }),
  z.strictObject({ what: z.literal('remove'), userId: ParticipantId, part }),
  z.strictObject({ what: z.literal('retire'), isRetired: z.boolean() }),
]);
export type TeamChange = z.infer<typeof TeamChange>;

/** One page, by name. `next` asks for the page after it; null if there is none. */
export const Teams = z.object({ teams: z.array(Team), next: TeamId.nullable() });
export type Teams = z.infer<typeof Teams>;

export const teamRoutes = {
  'teams:list': {
    method: 'GET',
    path: '/api/teams',
    does: 'Lists the teams by name, with their members and leads.',
    for: ['admin'],
    audit: null,
    limit: 'reading',
    query: z.strictObject({ after: TeamId.optional() }),
    answer: Teams,
  },
  'teams:make': {
    method: 'POST',
    path: '/api/teams',
    does: 'Makes a team without people.',
    for: ['admin'],
    audit: 'team.changed',
    limit: 'writing',
    body: NewTeam,
    answer: Team,
  },
  'team:change': {
    method: 'POST',
    path: '/api/teams/:teamId',
    does: 'Renames a team, adds or removes a person, retires it or takes it up again. Rule PER9.',
    for: ['admin'],
    audit: 'team.changed',
    limit: 'writing',
    body: TeamChange,
    answer: Team,
    refusals: { 404: 'There is no such team or person.', 422: 'The role of the person does not fit the part.' },
  },
} as const satisfies Routes;
