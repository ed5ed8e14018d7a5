import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type ParticipantId, TeamId } from '#shared/protocol/ids.ts';
import { knownName } from '#shared/protocol/names.ts';
import type { Team } from '#shared/protocol/http/teams.ts';
import { isNotDeactivated } from './isNotDeactivated.ts';
import type { Db } from './db.ts';
import type { TeamRecords } from './teamRecords.ts';
import { supervisedPeople } from './tiedFamilies.ts';

/** How many teams are on one page. */
const PAGE = 50;

export function sqlTeamRecords(db: Db): TeamRecords {
  async function findTeam(teamId: TeamId): Promise<Team | undefined> {
    const rows = await db.selectFrom('teams').selectAll().where('team_id', '=', teamId).execute();
    return (await withPeople(rows))[0];
  }

  async function withPeople(
    rows: readonly { readonly team_id: TeamId; readonly name: string; readonly retired_at: string | null }[],
  ): Promise<readonly Team[]> {
    if (rows.length === 0) return [];
    const people = await db
      .selectFrom('team_people')
      .innerJoin('auth_user', 'auth_user.id', 'team_people.user_id')
      .where(
        'team_id',
        'in',
        rows.map(({ team_id: teamId }) => teamId),
      )
      .select(['team_id as teamId', 'part', 'auth_user.id as userId', 'auth_user.name'])
      .orderBy('auth_user.name')
      .execute();
    return rows.map(({ team_id: teamId, name, retired_at: retiredAt }) => {
      const inPart = (wanted: 'member' | 'lead') =>
        people
          .filter((one) => one.teamId === teamId && one.part === wanted)
          .map((one) => ({ userId: one.userId, name: knownName(one.name) }));
      return {
        ...{ teamId, name: knownName(name), isRetired: retiredAt !== null },
        ...{ members: inPart('member'), leads: inPart('lead') },
      };
    });
  }

  /** The ids of those who are members of a team together with a person. */
  const teammates = (userId: ParticipantId) =>
    db
      .selectFrom('team_people as mate')
      .innerJoin('team_people as own', 'own.team_id', 'mate.team_id')
      .innerJoin('teams', 'teams.team_id', 'mate.team_id')
      .where('teams.retired_at', 'is', null)
      .where('own.user_id', '=', userId)
      .where('own.part', '=', 'member')
      .where('mate.part', '=', 'member')
      .select('mate.user_id');

  return {
    async listTeamsOf(people) {
      if (people.length === 0) return [];
      const rows = await db
        .selectFrom('team_people')
        .innerJoin('teams', 'teams.team_id', 'team_people.team_id')
        .where('teams.retired_at', 'is', null)
        .where('user_id', 'in', people)
        .select(['teams.team_id as teamId', 'user_id as userId', 'part'])
        .execute();
      return [...Map.groupBy(rows, ({ teamId }) => teamId).values()].map((team) => ({
        members: team.filter(({ part }) => part === 'member').map(({ userId }) => userId),
        leads: team.filter(({ part }) => part === 'lead').map(({ userId }) => userId),
      }));
    },

    async listColleagues(person) {
      const all = db
        .selectFrom('auth_user')
        .where('role', '=', 'therapist')
        .where(isNotDeactivated)
        .select(['id as userId', 'name'])
        .orderBy('name');
      if (person === undefined || person.role === 'admin') return all.execute();
      const { userId, role } = person;
      return all.where('id', 'in', role === 'supervisor' ? supervisedPeople(db, userId) : teammates(userId)).execute();
    },

    async isSupervisedBy(lead, member) {
      const row = await supervisedPeople(db, lead).where('member.user_id', '=', member).executeTakeFirst();
      return row !== undefined;
    },

    async listTeams(after) {
      const byName = db
        .selectFrom('teams')
        .selectAll()
        .orderBy('name')
        .orderBy('team_id')
        .limit(PAGE + 1);
      const page =
        after === undefined
          ? byName
          : byName.where(sql<boolean>`(name, team_id) > (select name, team_id from teams where team_id = ${after})`);
      const rows = await page.execute();
      const shown = rows.slice(0, PAGE);
      const next = rows.length > PAGE ? (shown.at(-1)?.team_id ?? null) : null;
      return { teams: [...(await withPeople(shown))], next };
    },

    async makeTeam(name, now) {
      const teamId = TeamId.parse(randomUUID());
      await db.insertInto('teams').values({ team_id: teamId, name, made_at: now.toISOString() }).execute();
      return { teamId, name, members: [], leads: [], isRetired: false };
    },

    async changeTeam(teamId, change, now) {
      if ((await findTeam(teamId)) === undefined) return undefined;
      const team = db.updateTable('teams').where('team_id', '=', teamId);
      if (change.what === 'name') await team.set({ name: change.name }).execute();
      if (change.what === 'retire') {
        await team.set({ retired_at: change.isRetired ? now.toISOString() : null }).execute();
      }
      if (change.what === 'add') {
        const row = { team_id: teamId, user_id: change.userId, part: change.part };
        await db
          .insertInto('team_people')
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
      if (change.what === 'remove') {
        await db
          .deleteFrom('team_people')
          .where('team_id', '=', teamId)
          .where('user_id', '=', change.userId)
          .where('part', '=', change.part)
          .execute();
      }
      return findTeam(teamId);
    },
  };
}
