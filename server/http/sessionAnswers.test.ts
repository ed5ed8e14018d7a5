import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { familyLinkEnd } from '#shared/domain/familyLink.ts';
import { findProgram } from '#shared/domain/programs/findProgram.ts';
import { FORMER_VERSIONS } from '#shared/domain/programs/formerVersions.ts';
import { JoinLink, ListedLink } from '#shared/protocol/http/link.ts';
import { Sessions, SessionSummary } from '#shared/protocol/http/sessions.ts';
import { cookieFrom, PUBLIC_URL } from '#server/auth/testing/anAuth.ts';
import { anHttpClinic, NOW } from './testing/anHttpClinic.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

test('a therapist makes a family and a session with it, and finds it in their list', async () => {
  const { ask, aPerson } = await anHttpClinic();
  const as = await aPerson('therapist', 'Ida Berg');
  const family = { name: 'Lark family', childInitials: 'T.', caregiverNames: ['Nora', 'Jon'] };
  const { answer: made } = await ask('POST', pathOf('families:make'), family, { as });
  expect((await ask('GET', pathOf('families:list'), undefined, { as })).answer).toMatchObject({ families: [made] });

  const { familyId } = made as { familyId: string };
  const session = await ask('POST', pathOf('sessions:make'), { familyId, startsAt: NOW.toISOString() }, { as });
  expect(session.answer).toMatchObject({ familyName: 'Lark family', therapistName: 'Ida Berg', phase: 'preparing' });
  expect((await ask('GET', pathOf('sessions:list'), undefined, { as })).answer).toEqual({
    sessions: [session.answer],
    next: null,
  });
  const { sessionId } = SessionSummary.parse(session.answer);
  expect((await ask('GET', pathOf('session:read', { sessionId }), undefined, { as })).answer).toEqual(session.answer);
});

test.for(['0001-01-01T09:00:00Z', '9999-12-31T09:00:00Z'])(
  'a session is not planned for %s, with links that long',
  async (startsAt) => {
    const { ask, aPerson, aSessionOf } = await anHttpClinic();
    const as = await aPerson('therapist', 'Ida Berg');
    const { familyId } = await aSessionOf(as);
    expect(await ask('POST', pathOf('sessions:make'), { familyId, startsAt }, { as })).toMatchObject({ status: 422 });
  },
);

test('a session of an unknown family is not made', async () => {
  const { ask, aPerson } = await anHttpClinic();
  const as = await aPerson('therapist');
  const plan = { familyId: randomUUID(), startsAt: NOW.toISOString() };
  expect((await ask('POST', pathOf('sessions:make'), plan, { as })).status).toBe(404);
});

test('[PER2] a therapist sees their own sessions, a supervisor everyone’s', async () => {
  const { ask, aPerson, aSessionOf } = await anHttpClinic();
  const [ida, omar, supervisor] = [await aPerson('therapist'), await aPerson('therapist'), await aPerson('supervisor')];
  const { sessionId } = await aSessionOf(ida);
  await aSessionOf(omar);
  const listFor = async (as: typeof ida) =>
    Sessions.parse((await ask('GET', pathOf('sessions:list'), undefined, { as })).answer).sessions;
  expect(await listFor(ida)).toHaveLength(1);
  expect(await listFor(supervisor)).toHaveLength(2);
  expect((await ask('GET', pathOf('session:read', { sessionId }), undefined, { as: omar })).status).toBe(404);
  expect((await ask('GET', pathOf('session-report:read', { sessionId }), undefined, { as: omar })).status).toBe(404);
  expect((await ask('GET', pathOf('session:read', { sessionId }), undefined, { as: supervisor })).status).toBe(200);
});

test('the lead therapist makes a link that carries its secret where servers do not see it', async () => {
  const { ask, records, aPerson, aSessionOf } = await anHttpClinic();
  const as = await aPerson('therapist');
  const { sessionId, startsAt } = await aSessionOf(as);
  const { url, expiresAt } = JoinLink.parse(
    (await ask('POST', pathOf('session-links:make', { sessionId }), undefined, { as })).answer,
  );
  expect(url).toMatch(new RegExp(`^${PUBLIC_URL}/join#.{40,}`));
  expect(new Date(expiresAt)).toEqual(familyLinkEnd(startsAt, NOW));
  expect(await records.redeemLink(new URL(url).hash.slice(1), NOW)).toBeDefined();
});

test('[PER15] the lead therapist sees what became of each link, and withdraws one: its device is nobody’s anymore', async () => {
  const { ask, aPerson, aSessionOf } = await anHttpClinic();
  const as = await aPerson('therapist');
  const { sessionId } = await aSessionOf(as);
  const makeOne = async () =>
    JoinLink.parse((await ask('POST', pathOf('session-links:make', { sessionId }), undefined, { as })).answer);
  const listed = async () =>
    z
      .array(ListedLink)
      .parse((await ask('GET', pathOf('session-links:list', { sessionId }), undefined, { as })).answer);
  const open = ({ url }: JoinLink) => ask('POST', pathOf('device:join'), { secret: new URL(url).hash.slice(1) });
  const stateOf = async ({ linkId }: JoinLink) => (await listed()).find((link) => link.linkId === linkId)?.state;
  const withdraw = ({ linkId }: JoinLink) =>
    ask('POST', pathOf('session-links:withdraw', { sessionId, linkId }), undefined, { as });
  const [first, second] = [await makeOne(), await makeOne()];

  const cookie = cookieFrom((await open(first)).cookies);
  expect([await stateOf(first), await stateOf(second)]).toEqual(['used', 'unused']);
  expect((await listed()).find(({ linkId }) => linkId === first.linkId)?.usedBy?.kind).toBe('combined');
  expect(JSON.stringify(await listed())).not.toContain(new URL(second.url).hash.slice(1));

  for (const link of [first, second]) expect((await withdraw(link)).status).toBe(200);
  expect([await stateOf(first), await stateOf(second)]).toEqual(['withdrawn', 'withdrawn']);
  expect((await ask('GET', pathOf('device:read'), undefined, { cookie })).status).toBe(401);
  expect((await open(second)).status).toBe(410);
});

test('[PER15] a link of another session cannot be withdrawn', async () => {
  const { ask, aPerson, aSessionOf } = await anHttpClinic();
  const as = await aPerson('therapist');
  const [{ sessionId }, { sessionId: other }] = [await aSessionOf(as), await aSessionOf(as)];
  const { linkId } = JoinLink.parse(
    (await ask('POST', pathOf('session-links:make', { sessionId: other }), undefined, { as })).answer,
  );
  const { status } = await ask('POST', pathOf('session-links:withdraw', { sessionId, linkId }), undefined, { as });
  expect(status).toBe(404);
});

test('nobody but the lead therapist makes a link', async () => {
  const { ask, aPerson, aSessionOf } = await anHttpClinic();
  const { sessionId } = await aSessionOf(await aPerson('therapist'));
  const link = async (as: Awaited<ReturnType<typeof aPerson>>) =>
    (await ask('POST', pathOf('session-links:make', { sessionId }), undefined, { as })).status;
  expect(await link(await aPerson('therapist'))).toBe(404);
  expect(await link(await aPerson('supervisor'))).toBe(403);
});

test('a session that is over gets no more links', async () => {
  const { ask, aPerson, aSessionOf } = await anHttpClinic({ phaseOf: async () => 'closed' });
  const as = await aPerson('therapist');
  const { sessionId } = await aSessionOf(as);
  expect((await ask('POST', pathOf('session-links:make', { sessionId }), undefined, { as })).status).toBe(409);
});

test('the report comes from the session’s log, and is not there before anything happened', async () => {
  const { ask, aPerson, aSessionOf } = await anHttpClinic();
  const as = await aPerson('therapist');
  const { sessionId } = await aSessionOf(as);
  expect((await ask('GET', pathOf('session-report:read', { sessionId }), undefined, { as })).status).toBe(404);
  expect((await ask('GET', pathOf('session-report:read', { sessionId: 'not-an-id' }), undefined, { as })).status).toBe(
    400,
  );
});

test('[PRO5] a family that began under a first version gets its next session under the newest', async () => {
  const { ask, records, aPerson } = await anHttpClinic();
  const as = await aPerson('therapist');
  for (const { id: program, version: programVersion } of FORMER_VERSIONS) {
    const plan = {
      name: `A ${program} family`,
      childInitials: 'T.',
      childBirthMonth: null,
      caregiverNames: ['Nora'],
    };
    const by = { id: as.userId, name: as.name };
    const { familyId } = await records.makeFamily({ ...plan, program, programVersion, therapist: as.userId }, by, NOW);
    const { answer } = await ask('POST', pathOf('sessions:make'), { familyId, startsAt: NOW.toISOString() }, { as });
    const made = await records.findSession(SessionSummary.parse(answer).sessionId);
    expect(made?.programVersion).toBe(findProgram(program)?.version);
    expect(made?.programVersion).not.toBe(programVersion);
  }
});
