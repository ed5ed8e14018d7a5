import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { WindowId } from '#shared/protocol/ids.ts';
import { HOME, MARIA, NOOR } from '#server/sockets/testing/startSocketServer.ts';
import { aSendingSession, PATIENTLY, produce } from '#server/sockets/testing/aSendingSession.ts';

const BOTH = [`${HOME} camera`, `${HOME} room-microphone`];

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
