import { expect, test, vi } from 'vitest';
import { aSessionRecord, startSocketServer } from '#server/sockets/testing/startSocketServer.ts';
import { createMemoryFactLog } from '#server/storage/testing/memoryFactLog.ts';
import { realTime, type Time } from '#server/time/time.ts';
import { createMemoryRecordingStore } from './memoryRecordingStore.ts';
import { aSendingSession, PATIENTLY, produce } from '#server/sockets/testing/aSendingSession.ts';

test('a recorder that died is started again, the log shows the gap, and live media are not affected', async () => {
  const { agree, started, startedJobs, expectLogged, server, sessionId } = await aSendingSession();
  await agree('room-audio');
  await startedJobs(1);
  started[0]?.give();
  const heard = server.media.connected(sessionId);
  started[0]?.end('recorder-died');
  await startedJobs(2);
  started[1]?.give();
  await expectLogged('started room-audio', 'stopped recorder-died', 'started room-audio');
  expect(server.media.connected(sessionId)).toEqual(heard);
});

test('a recorder that never works is reported as failed', async () => {
  const { agree, started, startedJobs, expectLogged } = await aSendingSession();
  await agree('room-audio');
  for (const times of [1, 2, 3, 4]) {
    await startedJobs(times);
    started[times - 1]?.end('recorder-died');
  }
  await expectLogged('prevented failed');
});

/** A clock that runs ten times as fast. */
const HASTY: Time = {
  wallNow: () => realTime.wallNow(),
  monotonicNow: () => realTime.monotonicNow() * 10,
  callAfter: (ms, callback) => realTime.callAfter(ms / 10, callback),
};

test('the recorder of a silent voice works as long as it runs: it is not reported as failed, even after failures', async () => {
  const { agreeCoach, started, startedJobs, expectLogged } = await aSendingSession({}, undefined, HASTY);
  await agreeCoach();
  for (const times of [1, 2, 3, 4]) {
    await startedJobs(times);
    started[times - 1]?.end('recorder-died');
  }
  await startedJobs(5);
  await expectLogged('prevented failed', 'possible');
});

test('when the worker dies the take ends, and another begins when the sender is back', async () => {
  const { agree, home, started, startedJobs, expectLogged, server } = await aSendingSession();
  await agree('room-audio');
  await startedJobs(1);
  started[0]?.give();
  server.media.loseWorker('room');
  await expectLogged('started room-audio', 'stopped worker-died');
  await produce(home, 'room-microphone');
  await vi.waitFor(() => expect(started.length).toBeGreaterThan(1));
  started.at(-1)?.give();
  await expectLogged('started room-audio', 'stopped worker-died', 'started room-audio');
});

test('a store that refuses ends the take as failed', async () => {
  const refuse = async () => Promise.reject(new Error('no'));
  const store = { ...createMemoryRecordingStore(), begin: async () => ({ write: refuse, end: async () => undefined }) };
  const { agree, started, startedJobs, expectLogged } = await aSendingSession({ store });
  await agree('room-audio');
  await startedJobs(1);
  started[0]?.give();
  await expectLogged('started room-audio', 'stopped failed');
});

test('a disk that is nearly full stops the recording and the log says so, while the session goes on', async () => {
  let free = 50;
  const store = createMemoryRecordingStore({ freeBytes: () => free });
  const { agree, noor, started, expectLogged } = await aSendingSession({ store, minFreeBytes: 100 });
  await agree('room-audio');
  await expectLogged('prevented disk-full');
  expect(started).toEqual([]);
  expect(await noor.ask('feedback:start', {})).toMatchObject({ ok: true });
  free = 1_000;
  await vi.waitFor(() => expect(started.length).toBe(1), PATIENTLY);
  await expectLogged('prevented disk-full', 'possible');
});

test('without ffmpeg the log says once that nothing is recorded, when somebody agreed', async () => {
  const { agree, expectLogged } = await aSendingSession({ recorder: 'none' });
  await expectLogged();
  await agree('room-audio');
  await agree('room-video');
  await expectLogged('prevented no-recorder');
});

test('[RCD3] a take that was running when the server was killed has ended in the log, at the last that was known of it', async () => {
  const log = createMemoryFactLog();
  const first = await aSendingSession({}, log);
  await first.agree('room-audio');
  await first.startedJobs(1);
  first.started[0]?.give();
  await first.expectLogged('started room-audio');
  const lastAt = (await log.read(first.sessionId)).at(-1)?.at;
  const second = await startSocketServer({ log });
  await second.rooms.open(second.know(aSessionRecord({ sessionId: first.sessionId })));
  const facts = await log.read(first.sessionId);
  expect(facts.filter(({ type }) => type === 'recording.stopped')).toMatchObject([
    { why: 'server-restart', lastSeenAt: lastAt },
  ]);
});

test('a server that stops keeps what was recorded, and its log says that the recording ended', async () => {
  const { agree, started, startedJobs, expectLogged, server, store, sessionId } = await aSendingSession();
  await agree('room-audio');
  await startedJobs(1);
  started[0]?.give();
  await expectLogged('started room-audio');
  await server.rooms.close();
  await expectLogged('started room-audio', 'stopped server-restart');
  expect(await store.list(sessionId)).toMatchObject([{ complete: true }]);
});
