import { expect, test } from 'vitest';
import type { KeptSafetySheet } from '#shared/protocol/safetySheet.ts';
import { aRunningSession, startSocketServer } from './testing/startSocketServer.ts';

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
