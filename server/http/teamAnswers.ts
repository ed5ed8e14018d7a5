import type { teamRoutes, TeamChange } from '#shared/protocol/http/teams.ts';
import type { AnswersTo } from './httpAnswers.ts';
import type { HttpPorts } from './httpPorts.ts';
import { refuse } from './refusal.ts';

const NOT_THERE = refuse(404, 'There is no such team or person. Nothing was changed.');
const DEACTIVATED = refuse(422, 'This account is deactivated. Nothing was changed.');
const NOT_FOR_ROLE = refuse(422, 'Therapists are members of teams, and supervisors lead them. Nothing was changed.');

/** The teams of the clinic, for its admin. Rule PER9. */
export function teamAnswers({ records, now }: Pick<HttpPorts, 'records' | 'now'>): AnswersTo<typeof teamRoutes> {
  async function refusalOf(change: TeamChange) {
    if (change.what !== 'add') return undefined;
    const person = await records.findAccount(change.userId);
    if (person === undefined) return NOT_THERE;
    if (person.standing === 'deactivated') return DEACTIVATED;
    const fits = person.role === 'supervisor' || (person.role === 'therapist' && change.part === 'member');
    return fits ? undefined : NOT_FOR_ROLE;
  }

  return {
    'teams:list': async ({ query }) => records.listTeams(query.after),

    'teams:make': async ({ body }) => records.makeTeam(body.name, now()),

    'team:change': async ({ params, body }) => {
      const refusal = await refusalOf(body);
      if (refusal !== undefined) return refusal;
      return (await records.changeTeam(params.teamId, body, now())) ?? NOT_THERE;
    },
  };
}
