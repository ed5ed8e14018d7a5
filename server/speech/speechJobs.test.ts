import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import type { Account } from '#shared/protocol/http/people.ts';
import { SpeechStatus } from '#shared/protocol/speech.ts';
import { EntryId, TakeId } from '#shared/protocol/ids.ts';
import { ok } from '#shared/protocol/reply.ts';
import type { RecordedTrack } from '#shared/domain/recording/recordedTracks.ts';
import { anHttpClinic } from '#server/http/testing/anHttpClinic.ts';
import { createMemoryRecordingStore } from '#server/recording/memoryRecordingStore.ts';
import { newJobs } from '#server/jobs/testing/newJobs.ts';
import { JobError } from '#server/jobs/jobs.ts';
import type { TranscribedRecording, TranscribeRecording } from './transcribeRecording.ts';
import { createSpeechJobs } from './speechJobs.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

const ROOM: readonly RecordedTrack[] = ['room-video', 'room-audio'];

type PartOf = { readonly tracks?: readonly RecordedTrack[]; readonly zeroAt: number; readonly lengthMs: number };

/** A clinic with a closed session that has these recorded takes. */
async function aRecordedSession(takes: readonly PartOf[]) {
  const clinic = await anHttpClinic({ recordings: createMemoryRecordingStore() });
  const noor = await clinic.aPerson('therapist', 'Noor');
  const session = await clinic.aSessionOf(noor);
  const { sessionId, lead: by } = session;
  const room = await clinic.rooms.open(session);
  const joined = { participantId: by, name: 'Noor', role: 'therapist', device: null, wearer: null } as const;
  await room.actor.apply(() => ok([{ type: 'participant.joined', by: 'server', ...joined }]));
  const partIds: TakeId[] = [];
  for (const { tracks = ROOM, zeroAt, lengthMs } of takes) {
    const partId = TakeId.parse(randomUUID());
    partIds.push(partId);
    const plan = { partId, recorder: 'room' as const, tracks: [...tracks] };
    const writer = await clinic.recordings.begin(sessionId, { ...plan, zeroAt });
    await writer.write(Buffer.from(`sound of ${partId}`), zeroAt + lengthMs);
    await writer.end();
    await room.actor.apply(() => ok([{ type: 'recording.started', by: 'server', ...plan, participantId: by }]));
    await room.actor.apply(() => ok([{ type: 'recording.stopped', by: 'server', partId, why: 'over' }]));
  }
  await room.actor.apply(() => ok([{ type: 'session.closed', by }]));

  const status = async (as: Account = noor) =>
    SpeechStatus.parse((await clinic.ask('GET', pathOf('speech:read', { sessionId }), undefined, { as })).answer);
  const ask = (as: Account = noor) => clinic.ask('POST', pathOf('speech:ask', { sessionId }), {}, { as });
  const review = async () => (await clinic.rooms.stateOf(sessionId))!.review;
  const until = (is: SpeechStatus['is']) =>
    vi.waitFor(async () => expect((await status()).is).toBe(is), { timeout: 10_000 });
  return { clinic, noor, session, partIds, status, ask, review, until };
}

/** Finds these spans in every sound. */
function transcribing(speech: TranscribedRecording['speech'], engine?: string): TranscribeRecording {
  return async (recording) => {
    for await (const piece of recording) expect(Buffer.from(piece).toString()).toMatch(/^sound of /);
    return { lengthMs: 60_000, speech, engine };
  };
}

test('a recording is transcribed when somebody asks, and the result is in the log, in session time', async () => {
  const { clinic, ask, status, until, review, partIds } = await aRecordedSession([{ zeroAt: 5_000, lengthMs: 60_000 }]);
  clinic.transcriber.transcribe = transcribing([{ span: [1_000, 2_500], text: undefined }]);
  expect(await status()).toEqual({ is: 'none' });
  expect((await ask()).status).toBe(200);
  await until('done');
  expect(await review()).toMatchObject({
    speech: [{ partId: partIds[0], stretches: [[6_000, 7_500]] }],
    transcribed: [],
  });
});

test('[RCD9] a take whose consent was withdrawn is not transcribed anymore, and a running transcription is not kept', async () => {
  const { clinic, session, ask, status, review } = await aRecordedSession([
    { zeroAt: 0, lengthMs: 10_000 },
    { zeroAt: 20_000, lengthMs: 10_000 },
  ]);
  const withdraw = async () => {
    const room = await clinic.rooms.open(session);
    await room.actor.apply(() =>
      ok([{ type: 'consent.withdrawn', by: session.lead, track: 'room-audio', saidBy: null }]),
    );
  };
  let heard = 0;
  clinic.transcriber.transcribe = async (...asked) => {
    heard += 1;
    await withdraw();
    return transcribing([])(...asked);
  };
  expect((await ask()).status).toBe(200);
  await vi.waitFor(async () => expect((await status()).is).toBe('none'), { timeout: 10_000 });
  expect(heard).toBe(1);
  expect((await review()).speech).toEqual([]);
  expect((await ask()).status).toBe(409);
});

test('[CNS4] words are only asked for with the family’s consent to the transcript', async () => {
  const { clinic, session, ask, until } = await aRecordedSession([{ zeroAt: 0, lengthMs: 10_000 }]);
  const { familyId, caregivers } = session;
  const by = { id: session.lead, name: 'Noor' };
  const asked: boolean[] = [];
  clinic.transcriber.transcribe = async (recording, options) => {
    asked.push(options.writesWords);
    if (asked.length === 1) throw new JobError('Not yet.');
    return transcribing([])(recording, options);
  };
  await ask();
  await until('failed');
  const all = caregivers.map(({ caregiverId }) => caregiverId);
  const [guardian] = all;
  const yes = { type: 'consent.answer', purpose: 'transcript', answer: 'given', how: 'spoken', wording: 1 } as const;
  const answers = [
    ...all.map((id) => ({ ...yes, about: id, saidBy: id, assent: null })),
    { ...yes, about: 'child', saidBy: guardian!, assent: 'agrees' } as const,
  ].map((answer) => ({ ...answer, entryId: EntryId.parse(randomUUID()), until: '2027-06-01' }));
  const course = (await clinic.courses.read(familyId))!;
  const guardians = { type: 'guardians.name' as const, caregivers: [guardian!], reason: null };
  expect(await clinic.courses.enter(course, by, [guardians, ...answers])).toHaveProperty('course');
  await ask();
  await until('done');
  expect(asked).toEqual([false, true]);
});

test('the engine’s words are in the log too, except for spans without words', async () => {
  const { clinic, ask, until, review } = await aRecordedSession([{ zeroAt: 5_000, lengthMs: 60_000 }]);
  const speech = [
    { span: [1_000, 2_500], text: 'so high' },
    { span: [3_000, 3_500], text: '' },
  ] as const;
  clinic.transcriber.transcribe = transcribing(speech, 'fake');
  await ask();
  await until('done');
  expect((await review()).transcribed).toEqual([{ from: 6_000, to: 7_500, text: 'so high' }]);
});

test('each take with the room’s sound is transcribed once, however often somebody asks', async () => {
  const takes = [
    { zeroAt: 0, lengthMs: 10_000 },
    { zeroAt: 20_000, lengthMs: 10_000 },
    { zeroAt: 0, lengthMs: 30_000, tracks: ['coach-voice'] as const },
  ];
  const { clinic, ask, until, review, partIds } = await aRecordedSession(takes);
  let times = 0;
  const transcribe = transcribing([]);
  clinic.transcriber.transcribe = (...recording) => ((times += 1), transcribe(...recording));
  await Promise.all([ask(), ask()]);
  await until('done');
  await ask();
  expect(times).toBe(2);
  expect((await review()).speech.map(({ partId }) => partId)).toEqual(partIds.slice(0, 2));
});

test('while it runs it reports its progress over all takes together', async () => {
  const { clinic, ask, status } = await aRecordedSession([
    { zeroAt: 0, lengthMs: 30_000 },
    { zeroAt: 30_000, lengthMs: 10_000 },
  ]);
  const finishing = Promise.withResolvers<null>();
  clinic.transcriber.transcribe = async (_, { onProgress }) => {
    onProgress(20_000);
    await finishing.promise;
    return { lengthMs: 30_000, speech: [], engine: undefined };
  };
  await ask();
  await vi.waitFor(async () => expect(await status()).toEqual({ is: 'running', share: 0.5 }));
  finishing.resolve(null);
});

test('a take that cannot be transcribed fails with a message, keeps what was found, and can be asked for again', async () => {
  const { clinic, ask, until, status, review } = await aRecordedSession([
    { zeroAt: 0, lengthMs: 10_000 },
    { zeroAt: 20_000, lengthMs: 10_000 },
  ]);
  const well = transcribing([]);
  let calls = 0;
  clinic.transcriber.transcribe = (...recording) => {
    calls += 1;
    if (calls === 2) throw new JobError('The sound of the recording could not be read.');
    return well(...recording);
  };
  await ask();
  await until('failed');
  expect(await status()).toEqual({ is: 'failed', words: 'The sound of the recording could not be read.' });
  expect((await review()).speech).toHaveLength(1);
  await ask();
  await until('done');
  expect(calls).toBe(3);
  expect(clinic.faults).toEqual([]);
});

test('if nothing of the room was recorded there is nothing to ask for', async () => {
  const { ask, status } = await aRecordedSession([{ zeroAt: 0, lengthMs: 10_000, tracks: ['coach-voice'] }]);
  expect(await ask()).toMatchObject({ status: 409, answer: { error: 'No sound of the room was recorded.' } });
  expect(await status()).toEqual({ is: 'none' });
});

test('[PER4] another therapist is not told of it', async () => {
  const { clinic, ask } = await aRecordedSession([{ zeroAt: 0, lengthMs: 10_000 }]);
  expect((await ask(await clinic.aPerson('therapist', 'Other'))).status).toBe(404);
});

test('a server that stops interrupts it, and it waits for the next, which continues where the log ends', async () => {
  const { clinic, ask, until, review, status } = await aRecordedSession([
    { zeroAt: 0, lengthMs: 10_000 },
    { zeroAt: 20_000, lengthMs: 10_000 },
  ]);
  const well = transcribing([]);
  let calls = 0;
  clinic.transcriber.transcribe = (recording, options) => {
    calls += 1;
    if (calls !== 2) return well(recording, options);
    return new Promise((_resolve, reject) =>
      options.signal.addEventListener('abort', () => reject(new Error('stopped'))),
    );
  };
  await ask();
  await vi.waitFor(async () => expect((await review()).speech).toHaveLength(1), { timeout: 10_000 });
  await clinic.jobs.close();
  expect(await status()).toEqual({ is: 'waiting' });
  newJobs(clinic.db, (error) => expect.fail(String(error))).start({ speech: clinic.speech.work });
  await until('done');
  expect((await review()).speech).toHaveLength(2);
  expect([calls, clinic.faults]).toEqual([3, []]);
});

test('the recording of a family that was erased meanwhile is no longer there to transcribe', async () => {
  const { clinic, session } = await aRecordedSession([{ zeroAt: 0, lengthMs: 10_000 }]);
  const transcribe = vi.fn(transcribing([]));
  const { work } = createSpeechJobs({ ...clinic, transcribe, findSession: async () => undefined });
  await work?.(session.sessionId, { signal: new AbortController().signal, tell: () => undefined });
  expect(transcribe).not.toHaveBeenCalled();
});
