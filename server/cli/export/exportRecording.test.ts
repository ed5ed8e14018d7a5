import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { FamilyId, ParticipantId, TakeId } from '#shared/protocol/ids.ts';
import { RecordingMap } from '#shared/protocol/recordingExport.ts';
import { aFact } from '#shared/session/testing/aSession.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { recordingFileOf } from '#shared/session/recording/recordingFile.ts';
import type { MadeFile, MakeFile } from '#server/exports/recording/recordingFiles.ts';
import { probeWebm } from '#server/recording/ffmpeg/testing/probeWebm.ts';
import { findFfmpeg } from '#server/processes/findFfmpeg.ts';
import { createFileRecordingStore } from '#server/recording/store/createFileRecordingStore.ts';
import { createRecordingKeys } from '#server/recording/store/recordingKeys.ts';
import { migrate } from '#server/storage/migrate.ts';
import { aFolder } from '#server/storage/testing/aDatabase.ts';
import { openDatabase } from '#server/storage/openDatabase.ts';
import { anAccount, aSession } from '#server/storage/testing/records.ts';
import { createSqlFactLog } from '#server/storage/sqlFactLog.ts';
import { createSqlRecords } from '#server/storage/sqlRecords.ts';
import { nobodyAsked } from '#server/consents/testing/noAnswers.ts';
import { commands } from '../commands.ts';
import { runCommand } from '../runCommand.ts';
import { writeWhileAgreed } from './exportRecording.ts';
import { keysIn } from '#server/storage/testing/keysOf.ts';

const ffmpeg = findFfmpeg(process.env) ?? '';
const HOME = ParticipantId.parse('home-device');

/** A clinic in a folder of its own with a closed session. The recording of its room has two seconds, from 1 s on. */
async function aRecordedClinic({ withdrawn = false } = {}) {
  const folder = aFolder();
  const { db, close } = openDatabase(join(folder, 'earshot.sqlite'));
  onTestFinished(close);
  await migrate(db);
  const familyKeys = keysIn(folder, db);
  const [records, log] = [createSqlRecords(db, familyKeys), createSqlFactLog(db, familyKeys)];
  const lead = await anAccount(db);
  const { sessionId, caregivers } = await aSession(records, lead);
  const [by, saidBy, partId] = [lead.userId, caregivers[0]?.caregiverId ?? null, TakeId.parse(randomUUID())];

  mkdirSync(join(folder, 'recordings'), { mode: 0o700 });
  const keys = createRecordingKeys(db, familyKeys, () => new Date());
  const store = await createFileRecordingStore(join(folder, 'recordings'), keys);
  const writer = await store.begin(sessionId, { partId, recorder: 'room', tracks: ['room-video'], zeroAt: 1_000 });
  const output = ['-t', '2', '-c:v', 'libvpx', '-deadline', 'realtime', '-f', 'webm', '-live', '1', 'pipe:1'];
  const source = ['-f', 'lavfi', '-i', 'testsrc=size=160x120:rate=15'];
  await writer.write(spawnSync(ffmpeg, ['-v', 'error', ...source, ...output]).stdout, 9_000);
  await writer.end();

  const consent = { by: HOME, track: 'room-video', saidBy } as const;
  const drafts: FactDraft[] = [
    {
      type: 'participant.joined',
      by: 'server',
      participantId: by,
      name: 'Ida',
      role: 'therapist',
      device: null,
      wearer: null,
    },
    { type: 'waiting.opened', by },
    { type: 'check-in.started', by },
    { type: 'consent.given', ...consent, how: 'spoken', purposes: ['training'] },
    { type: 'recording.started', by: 'server', partId, recorder: 'room', participantId: HOME, tracks: ['room-video'] },
    { type: 'recording.stopped', by: 'server', partId, why: 'over' },
    ...(withdrawn ? [{ type: 'consent.withdrawn', ...consent } as const] : []),
    { type: 'feedback.started', by },
    { type: 'session.closed', by },
  ];
  const opened = aFact.opened({ sessionId, caregivers: [...caregivers], lead: by, leadName: 'Ida' });
  await log.append(sessionId, [opened, ...drafts.map((draft, index) => ({ ...draft, seq: index + 2, at: index }))]);

  async function typed(...args: string[]) {
    const complained: string[] = [];
    const code = await runCommand(commands, args, {
      env: { ...process.env, EARSHOT_DATA: folder },
      print: () => undefined,
      complain: (line) => void complained.push(line),
    });
    return { code, complained: complained.join('\n') };
  }
  return { sessionId, log, typed, path: (name: string) => join(folder, name) };
}

const leftovers = () => readdirSync(tmpdir()).filter((name) => name.startsWith('earshot-export-'));

test.skipIf(ffmpeg === '')(
  '[RCD8] a recording is written to one file, readable by its owner only, with its map next to it',
  async () => {
    const { typed, path, sessionId, log } = await aRecordedClinic();
    const before = leftovers();
    const out = path('one.webm');
    expect(await typed('export', sessionId, '--recording', '--for', 'training', '--out', out)).toMatchObject({
      code: 0,
    });
    expect(statSync(out).mode & 0o777).toBe(0o600);
    const { frames, faults } = probeWebm(readFileSync(out));
    expect(faults).toBe('');
    expect(Math.max(...frames.map(({ atMs }) => atMs))).toBeGreaterThan(2_800);
    const map = RecordingMap.parse(JSON.parse(readFileSync(path('one-map.json'), 'utf8')));
    expect(map).toMatchObject({ fileName: 'one.webm', tracks: [{ track: 'room-video' }] });
    expect((await log.read(sessionId)).at(-1)).toMatchObject({
      type: 'session.exported',
      by: 'server',
      format: 'recording',
    });
    expect(leftovers()).toEqual(before);
    expect(await typed('export', sessionId, '--recording', '--for', 'training', '--out', out)).toMatchObject({
      code: 1,
    });
  },
);

test.skipIf(ffmpeg === '')('[RCD8] a recording whose consent was withdrawn is not written', async () => {
  const { typed, path, sessionId } = await aRecordedClinic({ withdrawn: true });
  const out = path('none.webm');
  const { code, complained } = await typed('export', sessionId, '--recording', '--for', 'training', '--out', out);
  expect(code).toBe(1);
  expect(complained).toContain('withdrawn');
  expect(() => statSync(out)).toThrow();
});

/** Overwrites an older file with a recording that the test makes. The test can withdraw the consent. */
async function anOlderFile(makeOf: (clinic: { withdraw: () => Promise<void>; look: () => void }) => MakeFile) {
  const { sessionId, log, path } = await aRecordedClinic();
  const out = path('one.webm');
  writeFileSync(out, 'older');
  writeFileSync(path('one-map.json'), 'older map');
  const facts = await log.read(sessionId);
  const state = foldFacts(facts);
  const [span] = state.recording.spans;
  if (span === undefined) throw new Error('Something was recorded.');
  const take = { ...span, durationMs: 2_000, timeMap: [[0, 1_000] as const] };
  const file = recordingFileOf([take], state);
  if (file === undefined) throw new Error('There is a file.');
  const looks: (() => void)[] = [];
  const makeFile = makeOf({
    look: () => looks.splice(0).forEach((look) => look()),
    withdraw: () =>
      log.append(sessionId, [
        { type: 'consent.withdrawn', by: HOME, track: 'room-video', saidBy: null, seq: state.seq + 1, at: 99 },
      ]),
  });
  const time = { callAfter: (_: number, look: () => void) => (looks.push(look), () => undefined) };
  const asked = {
    session: { sessionId, familyId: FamilyId.parse(randomUUID()), caregivers: [] },
    purpose: 'training' as const,
    state,
    file,
    makeFile,
    out,
    map: path('one-map.json'),
    force: true,
    complain: () => undefined,
  };
  return {
    write: () => writeWhileAgreed({ log, time, consents: nobodyAsked, timeZone: async () => 'UTC' }, asked),
    found: () => [readFileSync(out, 'utf8'), readFileSync(path('one-map.json'), 'utf8')],
    drafts: () => readdirSync(path('.')).filter((name) => name.includes('.part')),
  };
}

const aMade = (read: MadeFile['read']): MadeFile => ({ bytes: 1, read, drop: async () => undefined });

test('[RCD8] making a file stops when a consent is withdrawn, and the older file stays', async () => {
  const { write, found, drafts } = await anOlderFile(({ withdraw, look }) => async (_, __, { signal }) => {
    await withdraw();
    // The first check had finished before that.
    await setImmediate();
    look();
    return new Promise((___, reject) => signal.addEventListener('abort', () => reject(new Error('ended'))));
  });
  expect(await write()).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  expect(found()).toEqual(['older', 'older map']);
  expect(drafts()).toEqual([]);
});

test('[RCD8] a file does not replace the older one if a consent is withdrawn while it is written', async () => {
  const { write, found, drafts } = await anOlderFile(
    ({ withdraw }) =>
      async () =>
        aMade(async function* read() {
          yield Buffer.from('new');
          await withdraw();
        }),
  );
  expect(await write()).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  expect(found()).toEqual(['older', 'older map']);
  expect(drafts()).toEqual([]);
});

test('a file that cannot be written leaves the older file as it was', async () => {
  const { write, found, drafts } = await anOlderFile(
    () => async () =>
      aMade(async function* read() {
        yield Buffer.from('new');
        throw new Error('no room');
      }),
  );
  await expect(write()).rejects.toThrow('no room');
  expect(found()).toEqual(['older', 'older map']);
  expect(drafts()).toEqual([]);
});

test('a recording cannot be printed and is not a format', async () => {
  const { typed, sessionId } = await aRecordedClinic();
  expect(await typed('export', sessionId, '--recording', '--for', 'training', '--out', '-')).toMatchObject({ code: 2 });
  expect(await typed('export', sessionId, '--recording', '--format', 'csv', '--out', 'x')).toMatchObject({ code: 2 });
});
