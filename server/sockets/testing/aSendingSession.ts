import { expect, vi } from 'vitest';
import { planeOf } from '#shared/protocol/media.ts';
import type { Source } from '#shared/domain/audience.ts';
import { opusParameters, vp8Parameters } from '#server/media/rtpSamples.ts';
import { aRunningSession, MARIA, startSocketServer, type TestClient } from './startSocketServer.ts';
import { createMemoryFactLog } from '#server/storage/testing/memoryFactLog.ts';
import { realTime } from '#server/time/time.ts';
import { createMemoryRecordingStore } from '#server/recording/memoryRecordingStore.ts';
import type { RecordingMeans } from '#server/recording/recordingKeeper.ts';
import { createFakeRecorder } from '#server/recording/testing/fakeRecorder.ts';

/** Sends these sources of a person or device to the media server. */
export async function produce(client: TestClient, ...sources: Source[]) {
  const [first] = sources;
  if (first === undefined) return;
  const opened = await client.ask('media:open-transport', { plane: planeOf(first), direction: 'send' });
  if (!opened.ok) throw new Error(opened.error.message);
  for (const source of sources) {
    const rtpParameters = source === 'camera' ? vp8Parameters() : opusParameters();
    await client.ask('media:produce', { transportId: opened.value.transportId, source, rtpParameters });
  }
}

/** The shortest pauses before a retry are the real ones. */
export const PATIENTLY = { timeout: 10_000 };

/** A session in check-in whose family and coach send everything they have. */
export async function aSendingSession(
  means: Partial<RecordingMeans> = {},
  log = createMemoryFactLog(),
  time = realTime,
) {
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
