import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Account } from '#shared/protocol/http/people.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { Team, type TeamChange, Teams } from '#shared/protocol/http/teams.ts';
import { anHttpClinic } from './testing/anHttpClinic.ts';

async function aTeam() {
  const clinic = await anHttpClinic();
  const kim = await clinic.aPerson('admin', 'Kim');
  const [ida, ada] = [await clinic.aPerson('therapist', 'Ida'), await clinic.aPerson('supervisor', 'Ada')];
  await clinic.db.deleteFrom('team_people').execute();
  await clinic.db.deleteFrom('teams').execute();
  const made = await clinic.ask('POST', pathOf('teams:make'), { name: 'Harbor Street' }, { as: kim });
  const { teamId } = Team.parse(made.answer);
  const change = (body: TeamChange, id: string = teamId) =>
    clinic.ask('POST', pathOf('team:change', { teamId: id }), body, { as: kim });
  const list = async () => Teams.parse((await clinic.ask('GET', pathOf('teams:list'), undefined, { as: kim })).answer);
  const { familyId } = await clinic.aSessionOf(ida);
  const sees = async (as: Account) =>
    (await clinic.ask('GET', pathOf('family:read', { familyId }), undefined, { as })).status === 200;
  const add = (who: Account, part: 'member' | 'lead') => change({ what: 'add', userId: who.userId, part });
  return { ...clinic, kim, ida, ada, change, list, sees, add };
}

test('[PER9] a supervisor sees the families of a member from the moment that they lead the team until they leave it', async () => {
  const { ida, ada, change, sees, add } = await aTeam();
  expect([await sees(ida), await sees(ada)]).toEqual([true, false]);
  await add(ida, 'member');
  await add(ada, 'lead');
  expect(await sees(ada)).toBe(true);
  await change({ what: 'retire', isRetired: true });
  expect(await sees(ada)).toBe(false);
  await change({ what: 'retire', isRetired: false });
  expect(await sees(ada)).toBe(true);
  await change({ what: 'remove', userId: ida.userId, part: 'member' });
  expect([await sees(ida), await sees(ada)]).toEqual([true, false]);
});

test('an admin names a team, and adds and removes its people', async () => {
  const { ida, ada, change, list, add } = await aTeam();
  await add(ida, 'member');
  await add(ida, 'member');
  await add(ada, 'lead');
  await change({ what: 'name', name: 'South Pier' });
  expect((await list()).teams).toMatchObject([
    { name: 'South Pier', members: [{ name: 'Ida' }], leads: [{ name: 'Ada' }], isRetired: false },
  ]);
  await change({ what: 'remove', userId: ada.userId, part: 'lead' });
  expect((await list()).teams).toMatchObject([{ members: [{ name: 'Ida' }], leads: [] }]);
});

test('only supervisors lead, and an admin is in no team', async () => {
  const { ida, kim, change, add } = await aTeam();
  expect((await add(ida, 'lead')).status).toBe(422);
  expect((await add(kim, 'member')).status).toBe(422);
  expect((await change({ what: 'name', name: 'X' }, randomUUID())).status).toBe(404);
});

test('teams are listed by name, page by page', async () => {
  const { ask, kim, records, list } = await aTeam();
  for (let made = 0; made < 52; made += 1) await records.makeTeam(`Team ${String(made).padStart(2, '0')}`, new Date());
  const first = await list();
  const url = pathOf('teams:list', { query: { after: first.next! } });
  const second = Teams.parse((await ask('GET', url, undefined, { as: kim })).answer);
  expect([first.teams.length, second.teams.length, second.next]).toEqual([50, 3, null]);
  const names = [...first.teams, ...second.teams].map(({ name }) => name);
  expect(names).toEqual(names.toSorted());
});

test('a deactivated person cannot join a team', async () => {
  const { ida, add, auth } = await aTeam();
  await auth.changeAccount(ida.userId, { what: 'access', isActive: false });
  expect((await add(ida, 'member')).status).toBe(422);
});
