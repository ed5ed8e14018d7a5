import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { WindowId } from '#shared/protocol/ids.ts';
import { planeOf } from '#shared/protocol/media.ts';
import type { Source } from '#shared/domain/audience.ts';
import { opusParameters, vp8Parameters } from '#server/media/rtpSamples.ts';
import {
  aRunningSession,
  aSessionRecord,
  HOME,
  MARIA,
  NOOR,
  startSocketServer,
  type TestClient,
} from '#server/sockets/testing/startSocketServer.ts';
import { realTime, type Time } from '#server/time/time.ts';
import { createMemoryFactLog } from '#server/storage/testing/memoryFactLog.ts';
import { createFakeRecorder } from './testing/fakeRecorder.ts';
import { createMemoryRecordingStore } from './memoryRecordingStore.ts';
import type { RecordingMeans } from './recordingKeeper.ts';

async function produce(client: TestClient, ...sources: Source[]) {
  const [first] = sources;
  if (first === undefined) return;
  const opened = await client.ask('media:open-transport', { plane: planeOf(first), direction: 'send' });
  if (!opened.ok) throw new Error(opened.error.message);
  for (const source of sources) {
    const rtpParameters = source === 'camera' ? vp8Parameters() : opusParameters();
    await client.ask('media:produce', { transportId: opened.value.transportId, source, rtpParameters });
  }
}

const BOTH = [`${HOME} camera`, `${HOME} room-microphone`];

/** The shortest pauses before a retry are the real ones. */
const PATIENTLY = { timeout: 10_000 };

/** A session in check-in whose family and coach send everything they have. */
async function aSendingSession(means: Partial<RecordingMeans> = {}, log = createMemoryFactLog(), time = realTime) {
  const fake = createFakeRecorder();
  const store = createMemoryRecordingStore();
  const server = await startSocketServer({
    log,
    time,
    recording: { recorder: fake.recorder, store, minFreeBytes: 0, ...means },
  });
  const session = await aRunningSession(server);
  const { sessionId } = session.record;
  await produce(session.home, 'camera', 'room-microphone');
  await produce(session.noor, 'voice');

  const agree = (track: 'room-video' | 'room-audio') =>
    session.home.ask('consent:give', { track, saidBy: MARIA, purposes: ['treatment'] });
  const withdraw = (track: 'room-video' | 'room-audio') =>
    session.home.ask('consent:withdraw', { track, saidBy: MARIA });
  const agreeCoach = () =>
    session.noor.ask('consent:give', { track: 'coach-voice', saidBy: null, purposes: ['supervision'] });
  /** What the log says of the recording, in short form. */
  const logged = async () =>
    (await log.read(sessionId)).flatMap((fact) => {
      if (fact.type === 'recording.started') return [`started ${fact.tracks.join(' ')}`];
      if (fact.type === 'recording.stopped') return [`stopped ${fact.why}`];
      if (fact.type === 'recording.prevented') return [`prevented ${fact.why}`];
      return fact.type === 'recording.possible' ? ['possible'] : [];
    });
  const expectLogged = (...lines: string[]) => vi.waitFor(async () => expect(await logged()).toEqual(lines), PATIENTLY);
  const startedJobs = (count: number) => vi.waitFor(() => expect(fake.started.length).toBe(count), PATIENTLY);
  return {
    ...session,
    server,
    store,
    started: fake.started,
    sessionId,
    agree,
    withdraw,
    agreeCoach,
    expectLogged,
    startedJobs,
    fed: () => server.media.fed(sessionId),
  };
}

test('[RCD2] nothing is recorded before anybody agreed, and then what they agreed to', async () => {
  const { fed, agree, agreeCoach, started, startedJobs, expectLogged } = await aSendingSession();
  expect(fed()).toEqual([]);
  await agree('room-audio');
  await startedJobs(1);
  expect(started[0]?.job).toMatchObject({ from: HOME, sources: ['room-microphone'] });
  started[0]?.give();
  await expectLogged('started room-audio');
  await agreeCoach();
  await startedJobs(2);
  expect(started[1]?.job).toMatchObject({ from: NOOR, sources: ['voice'] });
});

test('a take counts as begun with its first bytes, and is kept to its end', async () => {
  const { agree, noor, started, startedJobs, expectLogged, store, sessionId } = await aSendingSession();
  await agree('room-audio');
  await startedJobs(1);
  expect(await store.list(sessionId)).toEqual([]);
  started[0]?.give('one ');
  started[0]?.give('two');
  await noor.ask('session:close', {});
  await expectLogged('started room-audio', 'stopped over');
  await vi.waitFor(async () =>
    expect(await store.list(sessionId)).toMatchObject([{ complete: true, tracks: ['room-audio'] }]),
  );
  const [take] = await store.list(sessionId);
  const reader = take && (await store.open(sessionId, take.partId));
  expect(reader?.size).toBe('one two'.length);
});

test('[RCD3] when a consent is withdrawn, nothing that it covers flows to the recorder by the time it is acknowledged', async () => {
  const { agree, withdraw, fed, started, startedJobs, expectLogged } = await aSendingSession();
  await agree('room-audio');
  await agree('room-video');
  await vi.waitFor(() => expect(fed()).toEqual(['home-device camera', 'home-device room-microphone']));
  started.at(-1)?.give();
  const before = started.length;
  await withdraw('room-video');
  expect(fed()).not.toContain('home-device camera');
  await startedJobs(before + 1);
  expect(started.at(-1)?.job.sources).toEqual(['room-microphone']);
  started.at(-1)?.give();
  await expectLogged('started room-video room-audio', 'stopped consent-withdrawn', 'started room-audio');
});

test('[RCD3] a recording that is held stops, and goes on when it is released', async () => {
  const { agree, noor, fed, started, startedJobs, expectLogged } = await aSendingSession();
  await agree('room-audio');
  await startedJobs(1);
  started[0]?.give();
  await noor.ask('recording:hold', {});
  expect(fed()).toEqual([]);
  await noor.ask('recording:release', {});
  await startedJobs(2);
  started[1]?.give();
  await expectLogged('started room-audio', 'stopped held', 'started room-audio');
});

test('[RCD1] the coach’s voice is not recorded while coding runs, and the supervisor’s never', async () => {
  const { agreeCoach, noor, ada, fed, startedJobs, started, expectLogged } = await aSendingSession();
  await produce(ada, 'voice');
  await agreeCoach();
  await startedJobs(1);
  started[0]?.give();
  await noor.ask('coding:start', { windowId: WindowId.parse(randomUUID()), kind: 'cdi', caregiverId: MARIA });
  await expectLogged('started coach-voice', 'stopped over');
  expect(fed()).toEqual([]);
  expect(started.map(({ job }) => job.from)).toEqual([NOOR]);
});

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

test.for([
  ['camera', 'room-microphone', 'started room-audio'],
  ['room-microphone', 'camera', 'started room-video'],
] as const)(
  'a %s that sends nothing yet does not hold up the other, and joins without a gap when it sends',
  async ([silent, other, first]) => {
    const { agree, fed, started, startedJobs, expectLogged, server, sessionId } = await aSendingSession();
    server.media.setStill(sessionId, HOME, silent, true);
    await agree('room-audio');
    await agree('room-video');
    await startedJobs(1);
    expect(started[0]?.job.sources).toEqual([other]);
    started[0]?.give();
    await expectLogged(first);
    server.media.setStill(sessionId, HOME, silent, false);
    await startedJobs(2);
    expect(started[1]?.job.sources).toEqual(['camera', 'room-microphone']);
    // Until there are packets of both, the first take continues.
    await vi.waitFor(() => expect(fed().toSorted()).toEqual([...BOTH, `${HOME} ${other}`].toSorted()));
    started[1]?.give();
    await expectLogged(first, 'started room-video room-audio', 'stopped sender-changed');
    expect(fed()).toEqual(BOTH);
  },
);

test('a source that goes silent while it is recorded stays in its take', async () => {
  const { agree, started, startedJobs, expectLogged, server, sessionId } = await aSendingSession();
  await agree('room-audio');
  await agree('room-video');
  await vi.waitFor(() => expect(started.at(-1)?.job.sources).toHaveLength(2), PATIENTLY);
  const jobs = started.length;
  started.at(-1)?.give();
  server.media.setStill(sessionId, HOME, 'camera', true);
  await expectLogged('started room-video room-audio');
  await startedJobs(jobs);
});

test('a turned camera is recorded upright from then on, and the sound has no gap', async () => {
  const { agree, fed, started, startedJobs, expectLogged, server, sessionId } = await aSendingSession();
  await agree('room-audio');
  await agree('room-video');
  await vi.waitFor(() => expect(started.at(-1)?.job.sources).toHaveLength(2), PATIENTLY);
  const jobs = started.length;
  started.at(-1)?.give();
  await expectLogged('started room-video room-audio');
  server.media.turn(sessionId, HOME, 90);
  await startedJobs(jobs + 1);
  expect(started.at(-1)?.job).toMatchObject({ sources: ['camera', 'room-microphone'], turn: 90 });
  expect(started.at(-2)?.job.turn).toBe(0);
  await vi.waitFor(() => expect(fed()).toHaveLength(4));
  started.at(-1)?.give();
  await expectLogged('started room-video room-audio', 'started room-video room-audio', 'stopped sender-changed');
  expect(fed()).toEqual(BOTH);
});

test('a camera that is turned back before anything was recorded of it stays in its take', async () => {
  const { agree, fed, started, expectLogged, server, sessionId, startedJobs } = await aSendingSession();
  await agree('room-video');
  await startedJobs(1);
  started[0]?.give();
  server.media.turn(sessionId, HOME, 90);
  await startedJobs(2);
  server.media.turn(sessionId, HOME, 0);
  await vi.waitFor(() => expect(fed()).toEqual([`${HOME} camera`]));
  await expectLogged('started room-video');
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
