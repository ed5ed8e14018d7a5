import { expect, test } from 'vitest';
import type { ConsentAnswer } from '#shared/domain/consent/consentTo.ts';
import { CONSENT_WORDINGS, type ConsentPurpose } from '#shared/domain/consent/consentPurposes.ts';
import type { InputOf } from '#shared/protocol/contract.ts';
import { hasConsent } from '#shared/session/recording/recordingState.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import {
  aRunningSession,
  aSessionRecord,
  connect,
  MARIA,
  NOOR,
  startSocketServer,
  type TestServer,
} from './testing/startSocketServer.ts';

const said = (purpose: ConsentPurpose, answer: 'given' | 'refused', about: string = MARIA): ConsentAnswer => ({
  purpose,
  about,
  saidBy: MARIA,
  answer,
  wording: CONSENT_WORDINGS[purpose].version,
  until: answer === 'given' ? '2999-01-01' : null,
  assent: null,
});

/** What the family answers from now on, on the caregiver’s own page. */
function answerIn(server: TestServer, { familyId }: SessionRecord) {
  return async (...answers: ConsentAnswer[]) => {
    server.agreed.consents = { ...server.agreed.consents, table: { answers, guardians: [MARIA] } };
    await server.rooms.agreementChanged(familyId);
  };
}

async function aSessionWithConsents() {
  const server = await startSocketServer();
  const session = await aRunningSession(server);
  const state = async () => (await server.rooms.stateOf(session.record.sessionId))!;
  return { ...session, state, answer: answerIn(server, session.record) };
}

test('[CNS4] who says no on their own page is not recorded from then on, and no yes in the session changes that', async () => {
  const { home, noor, state, answer } = await aSessionWithConsents();
  const yes: InputOf<'consent:give'> = { track: 'room-video', saidBy: MARIA, purposes: ['treatment'] };
  await home.ask('consent:give', yes);
  expect(hasConsent((await state()).recording, 'room-video')).toBe(true);
  await answer(said('record-room', 'refused'));
  expect(hasConsent((await state()).recording, 'room-video')).toBe(false);
  for (const client of [home, noor]) {
    expect(await client.ask('consent:give', yes)).toMatchObject({ ok: false });
  }
  await answer(said('record-room', 'given'));
  expect(hasConsent((await state()).recording, 'room-video')).toBe(false);
  expect(await home.ask('consent:give', yes)).toMatchObject({ ok: true });
  expect(hasConsent((await state()).recording, 'room-video')).toBe(true);
});

test('[CNS4] a guardian’s no for the child stops the recording too', async () => {
  const { home, state, answer } = await aSessionWithConsents();
  await home.ask('consent:give', { track: 'room-audio', saidBy: MARIA, purposes: ['treatment'] });
  await answer(said('record-room', 'refused', 'child'));
  expect(hasConsent((await state()).recording, 'room-audio')).toBe(false);
});

test('[CNS4] a no to sessions by video refuses the check-in, and ends a session that has begun', async () => {
  const server = await startSocketServer();
  const record = aSessionRecord();
  const noor = await connect(server, record, { id: NOOR, role: 'therapist' });
  await noor.ask('clock:read', {});
  const phase = async () => (await server.rooms.stateOf(record.sessionId))?.phase;
  const answer = answerIn(server, record);
  await answer(said('live', 'refused'));
  expect(await noor.ask('phase:check-in', {})).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  expect(await phase()).toBe('waiting');
  await answer(said('live', 'given'));
  expect((await noor.ask('phase:check-in', {})).ok).toBe(true);
  await answer(said('live', 'refused'));
  expect(await phase()).toBe('closed');
});
