import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { type NoticeName, notices } from '#shared/protocol/contract.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { EMPTY_SESSION } from '#shared/session/sessionState.ts';
import {
  ADA,
  aRunningSession,
  aSessionRecord,
  connect,
  HOME,
  JON,
  MARIA,
  NOOR,
  PHONE,
  startSocketServer,
} from './testing/startSocketServer.ts';

/** A device that was not let in, and its state as its page folds it. */
async function aKnockingDevice() {
  const server = await startSocketServer();
  const record = aSessionRecord();
  await connect(server, record, { id: PHONE, role: 'caregiver', kind: 'ear' });
  const home = await connect(server, record, { id: HOME, role: 'caregiver', kind: 'combined' }, false);
  const joined = await home.ask('session:join', { lastSeq: 0 });
  if (!joined.ok) throw new Error(joined.error.message);
  const stateNow = () => {
    const { facts } = joined.value;
    const later = home.heard('session:facts');
    return later.reduce((state, news) => foldFacts(news.facts, news.whole ? EMPTY_SESSION : state), foldFacts(facts));
  };
  const leadIsHere = () => {
    const { lead, participants } = stateNow();
    return lead !== undefined && participants[lead]?.present === true;
  };
  return { server, record, home, stateNow, leadIsHere };
}

test('[AUD4, PER6] a device that knocks is told whether the lead coach is here, whoever that is, and of nobody else', async () => {
  const { server, record, home, stateNow, leadIsHere } = await aKnockingDevice();
  expect(leadIsHere()).toBe(false);
  const noor = await connect(server, record, { id: NOOR, role: 'therapist' });
  const ada = await connect(server, record, { id: ADA, role: 'supervisor' });
  await expect.poll(leadIsHere).toBe(true);
  expect(Object.keys(stateNow().participants).toSorted()).toEqual([HOME, NOOR].toSorted());

  noor.socket.disconnect();
  await expect.poll(leadIsHere).toBe(false);
  expect(await ada.ask('lead:take', {})).toMatchObject({ ok: true });
  await expect.poll(leadIsHere).toBe(true);
  ada.socket.disconnect();
  await expect.poll(leadIsHere).toBe(false);
  const told = JSON.stringify([stateNow(), home.heard('session:facts')]);
  for (const name of ['Rivera', 'Noor', 'Maria', 'Jon', PHONE]) expect(told).not.toContain(name);
});

test('a device that knocks cannot say whose it is, and is not told what admitted devices are told', async () => {
  const server = await startSocketServer();
  const { record, noor, home } = await aRunningSession(server);
  const phone = await connect(server, record, { id: PHONE, role: 'caregiver', kind: 'combined' });
  expect(await phone.ask('device:set-wearer', { participantId: PHONE, caregiverId: JON })).toMatchObject({
    ok: false,
    error: { code: 'not-allowed' },
  });
  await home.ask('quality:report', { roundTripMs: 1, lossPercent: 0, playoutDelayMs: 1 });
  await home.ask('ear-check:start', {});
  await home.ask('consent:give', { track: 'room-video', saidBy: MARIA, purposes: ['supervision'] });
  await noor.ask('prompt:send', { promptId: randomUUID(), text: 'Well done', skill: null, spoken: false });
  await noor.ask('coaching:start', {});
  await expect
    .poll(
      () =>
        phone
          .heard('session:facts')
          .flatMap(({ facts }) => facts)
          .at(-1)?.type,
    )
    .toBe('coaching.started');
  for (const name of Object.keys(notices) as NoticeName[])
    if (name !== 'session:facts') expect([name, phone.heard(name)]).toEqual([name, []]);
  const told = phone.heard('session:facts').flatMap(({ facts }) => facts.map(({ type }) => type));
  expect(told.toSorted()).toEqual(['coaching.started']);
  const joined = await phone.ask('session:join', { lastSeq: 0 });
  for (const name of ['Rivera', 'Maria', 'Jon', 'Noor']) expect(JSON.stringify(joined)).not.toContain(name);
});
