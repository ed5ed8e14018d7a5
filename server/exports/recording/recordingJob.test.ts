import { expect, test } from 'vitest';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { FamilyId, TakeId } from '#shared/protocol/ids.ts';
import { aFact, LEAD, numbered, PARENT, SESSION, UNTIL_CHECK_IN } from '#shared/session/testing/aSession.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { aRecording } from '#shared/session/recording/testing/aRecording.ts';
import { recordingFileOf } from '#shared/session/recording/recordingFile.ts';
import { createMemoryFactLog } from '#server/storage/testing/memoryFactLog.ts';
import { nobodyAsked } from '#server/consents/testing/noAnswers.ts';
import { createRecordingJob, KEPT_FOR_MS } from './recordingJob.ts';
import { LOOK_EVERY_MS } from './consentWatch.ts';
import type { MadeFile } from './recordingFiles.ts';

const PART = TakeId.parse('00000000-0000-4000-8000-0000000000e1');
const CLOSED: readonly FactDraft[] = [
  ...UNTIL_CHECK_IN,
  aRecording.agreed('room-video'),
  aRecording.started('room-video'),
  aRecording.stopped('over'),
  { type: 'feedback.started', by: LEAD },
  { type: 'session.closed', by: LEAD },
];

/**
 * A file that a person asked for. The test decides when its bytes arrive, what the clock shows and what the log does.
 */
async function aJob() {
  const memory = createMemoryFactLog();
  const facts = [aFact.opened(), ...numbered(CLOSED)];
  await memory.append(SESSION, facts);
  const state = foldFacts(facts);
  const timeMap = [[0, 0] as const];
  const take = { partId: PART, recorder: 'room', tracks: ['room-video'], durationMs: 1_000, timeMap } as const;
  const file = recordingFileOf([take], state);
  if (file === undefined) throw new Error('There is a file.');

  const timers: { ms: number; callback: () => void; isOn: boolean }[] = [];
  const asked: (number | undefined)[] = [];
  const faults: unknown[] = [];
  const store = { fails: false, dropped: 0 };
  let isExpired = false;
  const making = Promise.withResolvers<MadeFile>();
  const log = {
    read: async (...[sessionId, afterSeq]: Parameters<typeof memory.read>) => {
      asked.push(afterSeq);
      if (store.fails) throw new Error('The store has failed.');
      return memory.read(sessionId, afterSeq);
    },
  };
  const job = createRecordingJob(
    {
      session: { sessionId: SESSION, familyId: FamilyId.parse(SESSION), caregivers: [] },
      purpose: 'treatment',
      state,
      file,
      fileName: 'one.webm',
    },
    {
      log,
      consents: nobodyAsked,
      report: (error) => void faults.push(error),
      onExpired: () => (isExpired = true),
      make: (_, __, { signal }) => {
        signal.addEventListener('abort', () => making.reject(new Error('ended')));
        return making.promise;
      },
      time: {
        callAfter: (ms, callback) => {
          const timer = { ms, callback, isOn: true };
          timers.push(timer);
          return () => (timer.isOn = false);
        },
      },
    },
  );
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  const running = job.run();
  await settle();
  return {
    job,
    seq: state.seq,
    asked,
    faults,
    store,
    running,
    isExpired: () => isExpired,
    finish: async () => {
      making.resolve({
        bytes: 2,
        drop: async () => void (store.dropped += 1),
        async *read() {
          yield Buffer.from('a');
          yield Buffer.from('b');
        },
      });
      await running;
    },
    pass: async (ms: number) => {
      for (const timer of timers.filter((one) => one.isOn && one.ms === ms)) {
        timer.isOn = false;
        timer.callback();
      }
      await settle();
    },
    withdraw: () =>
      memory.append(SESSION, [
        {
          type: 'consent.withdrawn',
          by: PARENT,
          track: 'room-video',
          saidBy: null,
          seq: state.seq + 1,
          at: 20,
        },
      ]),
  };
}

test('[RCD8] a file that is being made stops if the consent to it cannot be checked', async () => {
  const { job, store, running, pass, faults } = await aJob();
  store.fails = true;
  await pass(LOOK_EVERY_MS);
  expect(job.status()).toEqual({ is: 'failed', why: 'unchecked' });
  await running;
  expect(faults).toHaveLength(1);
  expect(await job.open()).toBe('unchecked');
});

test('[RCD8] a finished file is deleted if the consent to it cannot be checked, even in the middle of a download', async () => {
  const { job, store, finish, pass } = await aJob();
  await finish();
  const opened = await job.open();
  if (typeof opened === 'string') throw new Error(opened);
  const bytes = opened.read()[Symbol.asyncIterator]();
  expect(await bytes.next()).toMatchObject({ done: false });
  store.fails = true;
  await pass(LOOK_EVERY_MS);
  expect(store.dropped).toBe(1);
  await expect(bytes.next()).rejects.toThrow();
  expect(job.status()).toEqual({ is: 'failed', why: 'unchecked' });
});

test('[RCD8] a finished file is deleted when a consent is withdrawn, whether or not it is being downloaded', async () => {
  const { job, store, finish, withdraw, pass } = await aJob();
  await finish();
  await withdraw();
  await pass(LOOK_EVERY_MS);
  expect(store.dropped).toBe(1);
  expect(job.status()).toEqual({ is: 'failed', why: 'withdrawn' });
  expect(await job.open()).toBe('withdrawn');
});

test('the log is asked only for facts after the state at the request, and not at all after the end', async () => {
  const { job, asked, seq, pass, finish } = await aJob();
  await finish();
  await pass(LOOK_EVERY_MS);
  await pass(LOOK_EVERY_MS);
  expect(asked).toEqual([seq, seq, seq]);
  await job.drop();
  await pass(LOOK_EVERY_MS);
  expect(asked).toHaveLength(3);
});

test('[RCD8] a file that nobody downloads expires', async () => {
  const { isExpired, finish, pass } = await aJob();
  await finish();
  expect(isExpired()).toBe(false);
  await pass(KEPT_FOR_MS);
  expect(isExpired()).toBe(true);
});
