import { expect, test } from 'vitest';
import type { KeptSafetySheet } from '#shared/protocol/safetySheet.ts';
import { WindowId } from '#shared/protocol/ids.ts';
import { aRunningSession, connect, HOME, MARIA, PHONE, startSocketServer } from './testing/startSocketServer.ts';

const WINDOW = WindowId.parse('00000000-0000-4000-8000-0000000000c1');

const KEPT: KeptSafetySheet = {
  sheet: {
    telephone: '+49 30 5550 4711',
    address: 'Lindenweg 4, Musterstadt',
    atHome: '',
    emergencyName: 'Uncle Quastenflosser',
    emergencyTelephone: '0170 8150815',
    emergencyService: '112',
  },
  revision: 3,
  changedBy: 'Noor',
  changedAt: '2026-11-02T09:00:00.000Z',
};

async function aSessionWithASheet() {
  const server = await startSocketServer();
  server.safety.kept = KEPT;
  return { server, ...(await aRunningSession(server)) };
}

test('[SAF2] the lead coach and a supervisor can read the sheet, and a family’s device cannot', async () => {
  const { noor, ada, home, record } = await aSessionWithASheet();
  const answer = { ok: true, value: { familyId: record.familyId, kept: KEPT, live: 'open' } };
  expect(await noor.ask('safety:read', {})).toEqual(answer);
  expect(await ada.ask('safety:read', {})).toEqual(answer);
  expect(await home.ask('safety:read', {})).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
});

test('[SAF1] confirming writes a fact for the clinic only, without any content of the sheet', async () => {
  const { noor, ada, home } = await aSessionWithASheet();
  expect(await ada.ask('safety:confirm', { revision: 3, inRoom: 'Maria' })).toMatchObject({ ok: false });
  expect(await noor.ask('safety:confirm', { revision: 3, inRoom: 'Maria' })).toMatchObject({ ok: true });
  // Notices come in order: once this one has arrived, so has everything before it.
  await noor.ask('feedback:start', {});
  await expect.poll(() => JSON.stringify(home.heard('session:facts'))).toContain('feedback.started');
  await expect.poll(() => JSON.stringify(ada.heard('session:facts'))).toContain('feedback.started');
  const seenBy = (client: typeof noor) => JSON.stringify(client.heard('session:facts'));
  expect(seenBy(ada)).toContain('"safety.confirmed"');
  expect(seenBy(ada)).not.toMatch(/5550|Lindenweg|Quastenflosser/);
  expect(seenBy(home)).not.toContain('safety.confirmed');
});

test('[SAF1] a sheet that was changed meanwhile cannot be confirmed unread', async () => {
  const { noor, server } = await aSessionWithASheet();
  server.safety.kept = { ...KEPT, revision: 4 };
  expect(await noor.ask('safety:confirm', { revision: 3, inRoom: 'Maria' })).toMatchObject({
    ok: false,
    error: { code: 'not-now' },
  });
  server.safety.kept = undefined;
  expect(await noor.ask('safety:confirm', { revision: 3, inRoom: 'Maria' })).toMatchObject({
    ok: false,
    error: { code: 'not-now' },
  });
});

test('[SAF3] a family’s device that asks for help pauses the window, and everybody in the session learns it', async () => {
  const { server, noor, ada, home, record } = await aSessionWithASheet();
  await noor.ask('coding:start', { windowId: WINDOW, kind: 'cdi', caregiverId: MARIA });
  expect(await home.ask('emergency:raise', {})).toMatchObject({ ok: true });
  expect(await ada.ask('emergency:raise', {})).toMatchObject({ ok: true });
  for (const client of [noor, ada, home]) {
    await expect.poll(() => JSON.stringify(client.heard('session:facts'))).toContain('"emergency.raised"');
  }
  const room = await server.rooms.open(record);
  const state = () => room.actor.state();
  expect([state().phase, state().emergency]).toEqual(['coding-paused', HOME]);
  expect(server.told).toEqual([record.sessionId]);

  expect(await home.ask('emergency:end', {})).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  expect(await ada.ask('emergency:end', {})).toMatchObject({ ok: true });
  expect(state().emergency).toBeUndefined();
  await home.ask('emergency:raise', {});
  expect(server.told).toHaveLength(2);
});

test('[SAF3] a device that knocks cannot ask for help in the session, and nobody can after the close', async () => {
  const { server, noor, record, home } = await aSessionWithASheet();
  const knocking = await connect(server, record, { id: PHONE, role: 'caregiver', kind: 'ear' });
  expect(await knocking.ask('emergency:raise', {})).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  expect(await knocking.ask('safety:help', {})).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  await noor.ask('session:close', {});
  expect(await home.ask('emergency:raise', {})).toMatchObject({ ok: false });
  expect(server.told).toEqual([]);
});

test('[SAF2] the room’s device shows where they are, an ear only the emergency service, and neither anything else', async () => {
  const { home, noor, server, record } = await aSessionWithASheet();
  const value = { address: 'Lindenweg 4, Musterstadt', emergencyService: '112' };
  expect(await home.ask('safety:help', {})).toEqual({ ok: true, value });
  const ear = await connect(server, record, { id: PHONE, role: 'caregiver', kind: 'ear' });
  await noor.ask('device:admit', { participantId: PHONE });
  expect(await ear.ask('safety:help', {})).toEqual({ ok: true, value: { ...value, address: '' } });
  server.safety.kept = undefined;
  expect(await home.ask('safety:help', {})).toEqual({ ok: true, value: null });
});
