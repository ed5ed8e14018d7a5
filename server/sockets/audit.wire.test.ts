import { expect, test } from 'vitest';
import { AUDITED_COMMANDS } from '#shared/domain/audit/auditedCommands.ts';
import { aRunningSession, connect, HOME, startSocketServer } from './testing/startSocketServer.ts';

test('[ADT1] the audit says who attended a session, who overrode what and who was refused', async () => {
  const server = await startSocketServer();
  const { record, noor, home } = await aRunningSession(server);
  const { familyId, sessionId } = record;
  server.audited.length = 0;
  await noor.ask('safety:read', {});
  await noor.ask('ear-check:override', { participantId: HOME, reason: 'Heard by the caregiver' });
  await home.ask('consent:give', {
    track: 'room-video',
    saidBy: record.caregivers[0]!.caregiverId,
    purposes: ['treatment'],
  });
  await home.raw('session:close', {});
  const about = { familyId, sessionId, subjectId: null };
  expect(server.audited).toMatchObject([
    { ...about, actor: 'therapist', what: 'safety-sheet.read', outcome: 'done' },
    { ...about, actor: 'therapist', what: 'ear-check.overridden', outcome: 'done' },
    { ...about, actor: 'device', what: 'consent.given', outcome: 'done' },
    { ...about, actor: 'device', what: 'session.closed', outcome: 'refused' },
  ]);
});

test('[ADT2] a session goes on when the audit takes no more rows', async () => {
  const server = await startSocketServer({
    note() {
      throw new Error('The audit cannot be written.');
    },
  });
  const { noor } = await aRunningSession(server);
  expect(await noor.ask('safety:read', {})).toMatchObject({ ok: true });
  expect(server.faults.length).toBeGreaterThan(0);
});

test('[ADT1] commands that are sent many times a minute write nothing', async () => {
  const server = await startSocketServer();
  const { record } = await aRunningSession(server);
  const { ask } = await connect(server, record, { id: 'omar' as never, role: 'supervisor' });
  server.audited.length = 0;
  await ask('clock:read', {});
  await ask('sight:report', { pictureAgoMs: 1, soundAgoMs: 1 });
  expect(server.audited).toEqual([]);
  expect(AUDITED_COMMANDS['code:record']).toBeNull();
});
