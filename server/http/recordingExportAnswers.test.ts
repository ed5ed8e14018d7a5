import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import type { FactDraft } from '#shared/protocol/facts.ts';
import type { Account } from '#shared/protocol/http/people.ts';
import { ParticipantId, TakeId } from '#shared/protocol/ids.ts';
import { RecordingExportStatus, RecordingMap } from '#shared/protocol/recordingExport.ts';
import { ok } from '#shared/protocol/reply.ts';
import { type MadeFile, openRecordingFiles } from '#server/exports/recording/recordingFiles.ts';
import { probeWebm } from '#server/recording/ffmpeg/testing/probeWebm.ts';
import { findFfmpeg } from '#server/processes/findFfmpeg.ts';
import { createRecordingKeys } from '#server/recording/store/recordingKeys.ts';
import { aFileStore } from '#server/recording/store/testing/aFileStore.ts';
import { keysOf } from '#server/storage/testing/keysOf.ts';
import { aDatabase, aFolder } from '#server/storage/testing/aDatabase.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import { anHttpClinic } from './testing/anHttpClinic.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

const PATIENTLY = { timeout: 30_000, interval: 50 };
const ffmpeg = findFfmpeg(process.env) ?? '';
const HOME = ParticipantId.parse('home-device');
const BEGAN_AT = 2_000;

/** Two seconds of a picture and a tone. */
function aRecording(): Buffer {
  const input = ['-f', 'lavfi', '-i', 'testsrc=size=160x120:rate=15', '-f', 'lavfi', '-i', 'sine=sample_rate=48000'];
  const output = ['-ac', '2', '-t', '2', '-c:v', 'libvpx', '-deadline', 'realtime', '-c:a', 'libopus', '-f', 'webm'];
  return spawnSync(ffmpeg, ['-v', 'error', ...input, ...output, '-live', '1', 'pipe:1']).stdout;
}

async function aRecordedSession() {
  const [db, folder, exports] = [await aDatabase(), aFolder(), aFolder()];
  const recordings = await aFileStore(db, { folder });
  const clinic = await anHttpClinic({ recordings }, db);
  const noor = await clinic.aPerson('therapist', 'Noor');
  const session = await clinic.aSessionOf(noor);
  const { sessionId } = session;
  const room = await clinic.rooms.open(session);
  const partId = TakeId.parse(randomUUID());
  const writer = await recordings.begin(sessionId, {
    partId,
    recorder: 'room',
    tracks: ['room-video', 'room-audio'],
    zeroAt: BEGAN_AT,
  });
  await writer.write(aRecording(), 10_000);
  await writer.end();
  await room.actor.apply(() => ok(aClosedSession(session, partId)));
  clinic.files.make = await openRecordingFiles({
    recordings: folder,
    exports,
    keys: createRecordingKeys(db, keysOf(db), () => new Date()),
    ffmpeg,
  });

  const [status, file, map] = [
    pathOf('recording-export:read', { sessionId }),
    pathOf('recording-export:download', { sessionId }),
    pathOf('recording-export:map', { sessionId }),
  ];
  const statusOf = async (as: Account = noor) =>
    RecordingExportStatus.parse((await clinic.ask('GET', status, undefined, { as })).answer);
  return {
    ...clinic,
    noor,
    session,
    partId,
    statusOf,
    begin: (as: Account = noor, purpose = 'supervision') =>
      clinic.ask('POST', pathOf('recording-export:begin', { sessionId }), { purpose }, { as }),
    end: () => clinic.ask('DELETE', pathOf('recording-export:end', { sessionId }), undefined, { as: noor }),
    fetchFile: (as: Account = noor) => clinic.ask('GET', file, undefined, { as }),
    fetchMap: () => clinic.ask('GET', map, undefined, { as: noor }),
    untilReady: () => vi.waitFor(async () => expect(await statusOf()).toMatchObject({ is: 'ready' }), PATIENTLY),
    withdraw: async (track: 'room-video' | 'room-audio') => {
      const [caregiver] = session.caregivers;
      const saidBy = caregiver?.caregiverId ?? null;
      const written = await room.actor.apply(() => ok([{ type: 'consent.withdrawn', by: HOME, track, saidBy }]));
      expect(written.ok).toBe(true);
    },
    facts: async () => (await clinic.factLog.read(sessionId)).map((fact) => fact),
    kept: () => readdirSync(exports, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()),
  };
}

function aClosedSession({ lead, caregivers }: SessionRecord, partId: TakeId): FactDraft[] {
  const saidBy = caregivers[0]?.caregiverId ?? null;
  const consent = (track: 'room-video' | 'room-audio'): FactDraft => {
    return { type: 'consent.given', by: HOME, saidBy, how: 'on-device', purposes: ['supervision'], track };
  };
  return [
    {
      type: 'participant.joined',
      by: 'server',
      participantId: lead,
      name: 'Noor',
      role: 'therapist',
      device: null,
      wearer: null,
    },
    { type: 'waiting.opened', by: lead },
    { type: 'check-in.started', by: lead },
    consent('room-video'),
    consent('room-audio'),
    {
      type: 'recording.started',
      by: 'server',
      partId,
      recorder: 'room',
      participantId: HOME,
      tracks: ['room-video', 'room-audio'],
    },
    { type: 'recording.stopped', by: 'server', partId, why: 'over' },
    { type: 'feedback.started', by: lead },
    { type: 'session.closed', by: lead },
  ];
}

test.skipIf(ffmpeg === '')(
  '[RCD8] a recording is made into one file, which is noted first, lies encrypted, and is deleted when it left',
  async () => {
    const { statusOf, begin, untilReady, fetchFile, fetchMap, facts, kept, noor, session } = await aRecordedSession();
    expect(await statusOf()).toEqual({
      is: 'none',
      offers: [{ purpose: 'supervision', tracks: ['room-video', 'room-audio'] }],
    });
    expect((await begin()).answer).toMatchObject({ is: 'making' });
    expect((await facts()).at(-1)).toMatchObject({ type: 'session.exported', by: noor.userId, format: 'recording' });
    await untilReady();
    expect(kept()).toHaveLength(1);
    for (const { parentPath, name } of kept()) {
      expect(readFileSync(`${parentPath}/${name}`).includes('Earshot')).toBe(false);
    }

    const map = RecordingMap.parse((await fetchMap()).answer);
    expect(map).toMatchObject({
      sessionId: session.sessionId,
      timeMap: [
        [0, 0],
        [map.durationMs, map.durationMs],
      ],
    });
    const file = await fetchFile();
    expect(file.status).toBe(200);
    expect(file.headers).toMatchObject({
      'content-type': 'video/webm',
      'content-length': String(file.bytes.length),
      'content-disposition': `attachment; filename="${map.fileName}"`,
      'cache-control': 'no-store',
    });
    expect(map.fileName).toMatch(/^earshot-\d{4}-\d\d-\d\d-[0-9a-f]{8}\.recording\.webm$/u);
    const { frames, faults } = probeWebm(file.bytes);
    expect(faults).toBe('');
    // The first second or two is black, then the take begins at its session time.
    const pictures = frames.filter(({ kind }) => kind === 'video').map(({ atMs }) => atMs);
    expect(pictures.filter((at) => at < BEGAN_AT)).toEqual([0, 1_000]);
    expect(Math.max(...pictures)).toBeGreaterThan(BEGAN_AT + 1_800);
    await vi.waitFor(() => expect(kept()).toEqual([]), PATIENTLY);
    expect((await fetchFile()).status).toBe(404);
  },
);

test.skipIf(ffmpeg === '')('[CNS4] nothing leaves for a purpose that nobody agreed to', async () => {
  const { begin, kept, noor, facts } = await aRecordedSession();
  const before = (await facts()).length;
  expect((await begin(noor, 'research')).status).toBe(403);
  expect(kept()).toEqual([]);
  expect(await facts()).toHaveLength(before);
});

test.skipIf(ffmpeg === '')('what nobody fetches can be deleted', async () => {
  const { begin, untilReady, end, kept } = await aRecordedSession();
  await begin();
  await untilReady();
  expect((await end()).answer).toMatchObject({ is: 'none' });
  expect(kept()).toEqual([]);
});

test.skipIf(ffmpeg === '')(
  '[RCD8] without a consent that stands there is no file, and with one of two there is that alone',
  async () => {
    const { begin, statusOf, withdraw } = await aRecordedSession();
    await withdraw('room-video');
    expect(await statusOf()).toMatchObject({
      is: 'none',
      offers: [{ purpose: 'supervision', tracks: ['room-audio'] }],
    });
    await withdraw('room-audio');
    expect((await begin()).answer).toEqual({ is: 'refused', why: 'no-consent' });
  },
);

test.skipIf(ffmpeg === '')('[RCD8] a file that is being made ends when its consent is withdrawn', async () => {
  const { begin, statusOf, withdraw, files, fetchFile } = await aRecordedSession();
  let isEnded = false;
  files.make = (_, __, { signal }) =>
    new Promise<MadeFile>((___, reject) => {
      signal.addEventListener('abort', () => {
        isEnded = true;
        reject(new Error('ended'));
      });
    });
  await begin();
  await withdraw('room-video');
  await vi.waitFor(async () => expect(await statusOf()).toEqual({ is: 'failed', why: 'withdrawn' }), PATIENTLY);
  expect(isEnded).toBe(true);
  expect((await fetchFile()).status).toBe(403);
});

test.skipIf(ffmpeg === '')('[RCD8] a file that was made is not sent when its consent is withdrawn', async () => {
  const { begin, untilReady, withdraw, fetchFile, kept } = await aRecordedSession();
  await begin();
  await untilReady();
  await withdraw('room-audio');
  expect((await fetchFile()).status).toBe(403);
  expect(kept()).toEqual([]);
});

test.skipIf(ffmpeg === '')('a file that could not be made says so, and can be asked for again', async () => {
  const { begin, statusOf, untilReady, files, faults } = await aRecordedSession();
  const { make } = files;
  files.make = async () => Promise.reject(new Error('no'));
  await begin();
  await vi.waitFor(async () => expect(await statusOf()).toEqual({ is: 'failed', why: 'fault' }), PATIENTLY);
  expect(faults).toHaveLength(1);
  files.make = make;
  await begin();
  await untilReady();
});

test.skipIf(ffmpeg === '')('[RCD8] a file is for those who may attend the session, each their own', async () => {
  const { begin, untilReady, fetchFile, aPerson, statusOf, ask, session } = await aRecordedSession();
  const [ada, other, admin] = [await aPerson('supervisor'), await aPerson('therapist'), await aPerson('admin')];
  await begin();
  await untilReady();
  expect(await statusOf(ada)).toMatchObject({ is: 'none' });
  expect((await fetchFile(ada)).status).toBe(404);
  expect((await begin(other)).status).toBe(404);
  expect((await begin(admin)).status).toBe(403);
  expect((await ask('GET', pathOf('recording-export:download', { sessionId: session.sessionId }))).status).toBe(401);
});
