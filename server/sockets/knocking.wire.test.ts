import { expect, test } from 'vitest';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { EMPTY_SESSION } from '#shared/session/sessionState.ts';
import { ADA, aSessionRecord, connect, HOME, NOOR, PHONE, startSocketServer } from './testing/startSocketServer.ts';

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
