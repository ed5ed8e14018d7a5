import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { RecordedTrack, RecordingPurpose } from '#shared/domain/recording/recordedTracks.ts';
import { TakeId } from '#shared/protocol/ids.ts';
import { type RecordingHole, SessionRecording } from '#shared/protocol/recording.ts';
import { ok } from '#shared/protocol/reply.ts';
import { cookieFrom } from '#server/auth/testing/anAuth.ts';
import type { TakeReader, RecordingStore } from '#server/recording/recordingStore.ts';
import { aPlan, readAll, record } from '#server/recording/testing/recordingStoreContract.ts';
import { aFileStore } from '#server/recording/store/testing/aFileStore.ts';
import { aWebmStream } from '#server/recording/store/webm/testing/aWebmStream.ts';
import { aDatabase } from '#server/storage/testing/aDatabase.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import { byteRangeOf } from './byteRange.ts';
import { anHttpClinic } from './testing/anHttpClinic.ts';
import type { HttpPorts } from './httpPorts.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

type Clinic = Awaited<ReturnType<typeof anHttpClinic>>;
const HOLES: readonly RecordingHole[] = [{ what: 'picture', why: 'device-stopped', from: 1_000, to: 2_000 }];

/** A closed session with a recording of three seconds, and its therapist. */
async function aRecordedSession(ports: Partial<HttpPorts> = {}) {
  const clinic = await anHttpClinic({ phaseOf: async () => 'closed', holesOf: async () => HOLES, ...ports });
  const as = await clinic.aPerson('therapist');
  const session = await clinic.aSessionOf(as);
  const { sessionId } = session;
  const plan = aPlan();
  await record(clinic.recordings, sessionId, plan, aWebmStream(3));
  const voiceId = TakeId.parse(randomUUID());
  await aLoggedPart(clinic, session, plan.partId, voiceId);
  const whole = await readAll((await clinic.recordings.open(sessionId, plan.partId))!);
  return {
    ...clinic,
    as,
    session,
    sessionId,
    plan,
    voiceId,
    whole,
    url: pathOf('recording:play', { sessionId, partId: plan.partId }),
  };
}

test('[RCD5] a closed session’s recording is listed in takes, and each is a WebM file that no cache keeps', async () => {
  const { ask, as, sessionId, plan, whole, url } = await aRecordedSession();
  const { answer, headers } = await ask('GET', pathOf('recording:read', { sessionId }), undefined, { as });
  const { takes, holes } = SessionRecording.parse(answer);
  const [take, ...more] = takes;
  expect(take).toMatchObject({ partId: plan.partId, recorder: 'room', complete: true, timeMap: [[0, plan.zeroAt]] });
  expect(more).toEqual([]);
  expect(holes).toEqual(HOLES);
  expect(headers['cache-control']).toBe('no-store');

  const file = await ask('GET', url, undefined, { as });
  expect(file.status).toBe(200);
  expect(file.bytes.equals(whole)).toBe(true);
  expect(file.headers).toMatchObject({
    'content-type': 'video/webm',
    'content-length': String(whole.length),
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
});

test('a range is answered with that range, and what the file does not have is refused', async () => {
  const { ask, as, url, whole } = await aRecordedSession();
  const some = await ask('GET', url, undefined, { as, range: 'bytes=100-299' });
  expect(some.status).toBe(206);
  expect(some.headers).toMatchObject({ 'content-range': `bytes 100-299/${whole.length}`, 'content-length': '200' });
  expect(some.bytes.equals(whole.subarray(100, 300))).toBe(true);

  const none = await ask('GET', url, undefined, { as, range: `bytes=${whole.length}-` });
  expect(none.status).toBe(416);
  expect(none.headers['content-range']).toBe(`bytes */${whole.length}`);
});

test('asked for its head, a file says how long it is and nothing else', async () => {
  const { ask, as, url, whole } = await aRecordedSession();
  const head = await ask('HEAD', url, undefined, { as });
  expect(head.status).toBe(200);
  expect(head.headers).toMatchObject({ 'content-length': String(whole.length), 'accept-ranges': 'bytes' });
  expect(head.bytes.length).toBe(0);
});

test('the coach’s voice alone is sound', async () => {
  const { ask, as, sessionId, recordings, voiceId } = await aRecordedSession();
  const voice = aPlan({ partId: voiceId, recorder: 'coach', tracks: ['coach-voice'] });
  await record(recordings, sessionId, voice, aWebmStream(1));
  const { headers } = await ask('GET', pathOf('recording:play', { sessionId, partId: voice.partId }), undefined, {
    as,
  });
  expect(headers['content-type']).toBe('audio/webm');
});

test('[RCD5] the lead therapist and supervisors may watch it, and nobody else', async () => {
  const { ask, aPerson, sessionId, as, url } = await aRecordedSession();
  const statuses = async (person: typeof as) => [
    (await ask('GET', pathOf('recording:read', { sessionId }), undefined, { as: person })).status,
    (await ask('GET', url, undefined, { as: person })).status,
    (await ask('HEAD', url, undefined, { as: person })).status,
  ];
  expect(await statuses(as)).toEqual([200, 200, 200]);
  expect(await statuses(await aPerson('supervisor'))).toEqual([200, 200, 200]);
  expect(await statuses(await aPerson('therapist'))).toEqual([404, 404, 404]);
  expect(await statuses(await aPerson('admin'))).toEqual([403, 403, 403]);
  expect((await ask('GET', url)).status).toBe(401);
});

test('[RCD5] while a session is live, or its recording is being finished, it is not watched', async () => {
  const live = await aRecordedSession({ phaseOf: async () => 'feedback' });
  expect(
    (await live.ask('GET', pathOf('recording:read', { sessionId: live.sessionId }), undefined, { as: live.as })).status,
  ).toBe(409);
  expect((await live.ask('GET', live.url, undefined, { as: live.as })).status).toBe(409);

  const { ask, as, sessionId, recordings } = await aRecordedSession();
  const plan = aPlan();
  const writer = await recordings.begin(sessionId, plan);
  for (const chunk of aWebmStream(1)) await writer.write(chunk, 1_000);
  expect((await ask('GET', pathOf('recording:read', { sessionId }), undefined, { as })).status).toBe(409);
  expect(
    (await ask('GET', pathOf('recording:play', { sessionId, partId: plan.partId }), undefined, { as })).status,
  ).toBe(409);
  await writer.end();
  expect((await ask('GET', pathOf('recording:read', { sessionId }), undefined, { as })).status).toBe(200);
});

test('an unknown take is not found', async () => {
  const { ask, as, sessionId } = await aRecordedSession();
  const unknown = pathOf('recording:play', { sessionId, partId: TakeId.parse(randomUUID()) });
  expect((await ask('GET', unknown, undefined, { as })).status).toBe(404);
  expect(
    (await ask('GET', pathOf('recording:play', { sessionId, partId: '../../secret' }), undefined, { as })).status,
  ).not.toBe(200);
});

test('whoever stops listening half way leaves nothing open', async () => {
  let open = 0;
  const endless: RecordingStore['open'] = async (_session, partId) => ({
    ...(await aTake(partId)),
    size: 1_000_000_000,
    async *read() {
      open += 1;
      try {
        for (;;) yield Buffer.alloc(65_536);
      } finally {
        open -= 1;
      }
    },
  });
  const { address, headers } = await aListeningClinic(endless);
  const stop = new AbortController();
  const response = await fetch(address, { headers, signal: stop.signal });
  await response.body?.getReader().read();
  expect(open).toBe(1);
  stop.abort();
  await expect.poll(() => open).toBe(0);
});

test('what cannot be read to its end breaks off, and the server goes on', async () => {
  const broken: RecordingStore['open'] = async (_session, partId) => ({
    ...(await aTake(partId)),
    size: 1_000,
    async *read() {
      yield Buffer.alloc(10);
      throw new Error('A piece was changed.');
    },
  });
  const { address, headers } = await aListeningClinic(broken);
  await expect(fetch(address, { headers }).then((response) => response.arrayBuffer())).rejects.toThrow();
  expect((await fetch(new URL(pathOf('sessions:list'), address), { headers })).status).toBe(200);
});

/** The log entries of a take of its room. */
async function aLoggedPart({ rooms }: Pick<Clinic, 'rooms'>, session: SessionRecord, partId: TakeId, voiceId?: TakeId) {
  const purposes: RecordingPurpose[] = ['treatment', 'supervision'];
  const room = await rooms.open(session);
  const tracks: RecordedTrack[] = ['room-video', 'room-audio'];
  const started = { partId, recorder: 'room', participantId: session.lead, tracks } as const;
  const saidBy = session.caregivers[0]?.caregiverId ?? null;
  await room.actor.apply(() =>
    ok(
      tracks.map((track) => {
        return { type: 'consent.given', by: session.lead, track, saidBy, how: 'spoken', purposes };
      }),
    ),
  );
  await room.actor.apply(() => ok([{ type: 'recording.started', by: 'server', ...started }]));
  await room.actor.apply(() => ok([{ type: 'recording.stopped', by: 'server', partId, why: 'over' }]));
  if (voiceId !== undefined) {
    const voice = { partId: voiceId, recorder: 'coach', participantId: session.lead } as const;
    await room.actor.apply(() => ok([{ type: 'recording.started', by: 'server', ...voice, tracks: ['coach-voice'] }]));
    await room.actor.apply(() => ok([{ type: 'recording.stopped', by: 'server', partId: voiceId, why: 'over' }]));
  }
  await room.actor.apply(() => ok([{ type: 'session.closed', by: session.lead }]));
}

test('[RCD9] a recording whose consent a caregiver withdrew is neither listed nor sent, and anyone who may attend can enter that', async () => {
  const { ask, as, sessionId, url, aPerson, ...clinic } = await aRecordedSession();
  const [caregiver] = clinic.session.caregivers;
  const entry = { type: 'consent.withdraw', saidBy: caregiver?.caregiverId };
  const withdraw = async (by: typeof as) =>
    (await ask('POST', `${pathOf('review:write', { sessionId })}?after=0`, entry, { as: by })).status;
  expect((await ask('GET', url, undefined, { as })).status).toBe(200);
  expect(await withdraw(await aPerson('therapist'))).toBe(404);
  expect(await withdraw(await aPerson('admin'))).toBe(403);
  expect((await ask('GET', url, undefined, { as })).status).toBe(200);

  const ada = await aPerson('supervisor');
  expect(await withdraw(ada)).toBe(200);
  expect((await ask('GET', pathOf('recording:read', { sessionId }), undefined, { as })).answer).toEqual({
    takes: [],
    isWithheld: true,
    holes: HOLES,
  });
  for (const method of ['GET', 'HEAD'] as const) {
    expect((await ask(method, url, undefined, { as })).status).toBe(403);
    expect((await ask(method, url, undefined, { as: ada })).status).toBe(403);
  }
});

test('[RCD9] what is being played breaks off when a caregiver takes their consent back', async () => {
  let at = new Date('2026-11-21T12:00:00.000Z');
  let hasBegun = false;
  const endless: RecordingStore['open'] = async (_session, partId) => ({
    ...(await aTake(partId)),
    size: 1_000_000_000,
    async *read() {
      hasBegun = true;
      for (;;) {
        yield Buffer.alloc(65_536);
        await new Promise((next) => setImmediate(next));
      }
    },
  });
  const clinic = await aListeningClinic(endless, () => at);
  const response = await fetch(clinic.address, { headers: clinic.headers });
  const played = response.arrayBuffer();
  await expect.poll(() => hasBegun).toBe(true);
  const room = await clinic.rooms.open(clinic.session);
  const saidBy = clinic.session.caregivers[0]?.caregiverId ?? null;
  await room.actor.apply(() =>
    ok([{ type: 'consent.withdrawn', by: clinic.session.lead, track: 'room-audio', saidBy }]),
  );
  at = new Date(at.getTime() + 2_000);
  await expect(played).rejects.toThrow();
});

/** A clinic in which every take opens like this, and a function that requests one of them. */
async function aListeningClinic(open: RecordingStore['open'], now?: () => Date) {
  const recordings = { ...(await aFileStore(await aDatabase())), open };
  const clinic = await anHttpClinic({ phaseOf: async () => 'closed', recordings, ...(now && { now }) });
  const { http, auth, aPerson, aSessionOf } = clinic;
  const as = await aPerson('therapist');
  const session = await aSessionOf(as);
  const partId = TakeId.parse(randomUUID());
  await aLoggedPart(clinic, session, partId);
  const origin = await http.listen({ port: 0, host: '127.0.0.1' });
  const headers = { cookie: cookieFrom(await auth.signInAs(as.userId)) };
  return {
    ...clinic,
    session,
    partId,
    address: `${origin}${pathOf('recording:play', { sessionId: session.sessionId, partId })}`,
    headers,
  };
}

async function aTake(partId: TakeId): Promise<Omit<TakeReader, 'size' | 'read'>> {
  return { ...aPlan({ partId }), durationMs: 1_000, timeMap: [], complete: true, growing: false };
}

test.for([
  [undefined, 'all'],
  ['bytes=0-0', { from: 0, to: 1 }],
  ['bytes=0-', { from: 0, to: 100 }],
  ['bytes=90-200', { from: 90, to: 100 }],
  ['bytes=-10', { from: 90, to: 100 }],
  ['bytes=-200', { from: 0, to: 100 }],
  ['bytes=99-', { from: 99, to: 100 }],
  ['bytes=100-', undefined],
  ['bytes=-0', undefined],
  ['bytes=5-4', 'all'],
  ['bytes=0-1,5-6', 'all'],
  ['bytes=-', 'all'],
  ['lines=1-2', 'all'],
] as const)('of 100 bytes, “%s” asks for %o', ([header, wanted]) => {
  expect(byteRangeOf(header, 100)).toEqual(wanted);
});
