import { mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readTranscript } from '#shared/protocol/transcript.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { aFact } from '#shared/session/testing/aSession.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { aBorisProject } from '#shared/imports/testing/aForeignFile.ts';
import { migrate } from '#server/storage/migrate.ts';
import { openDatabase } from '#server/storage/openDatabase.ts';
import { anAccount, aSession } from '#server/storage/testing/records.ts';
import { createSqlFactLog } from '#server/storage/sqlFactLog.ts';
import { createSqlRecords } from '#server/storage/sqlRecords.ts';
import { commands } from '../commands.ts';
import { runCommand } from '../runCommand.ts';
import { keysIn } from '#server/storage/testing/keysOf.ts';

/** A clinic in a folder of its own with one session in it. Its store is open, as in a running server. */
async function aClinicFolder({ closed = true } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'earshot-cli-'));
  const { db, close } = openDatabase(join(folder, 'earshot.sqlite'));
  onTestFinished(async () => {
    await close();
    await rm(folder, { recursive: true });
  });
  await migrate(db);
  const keys = keysIn(folder, db);
  const [records, log] = [createSqlRecords(db, keys), createSqlFactLog(db, keys)];
  const lead = await anAccount(db);
  const { sessionId, caregivers } = await aSession(records, lead);
  const by = lead.userId;
  const caregiverId = caregivers[0]?.caregiverId;
  if (caregiverId === undefined) throw new Error('A family has a caregiver.');
  const press = (n: number, code: string, heardAt: number): FactDraft & { at: number } => {
    return {
      type: 'code.recorded',
      by,
      codeId: aFact.codeId(n),
      code,
      caregiverId,
      heardAt,
      pressedAt: heardAt,
      at: heardAt,
    };
  };
  const joined = { participantId: by, name: 'Ida', role: 'therapist', device: null, wearer: null } as const;
  const drafts: (FactDraft & { at: number })[] = [
    { type: 'participant.joined', by: 'server', ...joined, at: 1 },
    { type: 'waiting.opened', by, at: 2 },
    { type: 'check-in.started', by, at: 3 },
    { type: 'coding.started', by, windowId: aFact.windowId(1), kind: 'cdi', caregiverId, lengthMs: 300_000, at: 1_000 },
    press(1, 'LP', 2_000),
    press(2, 'BD', 3_000),
    { type: 'code.undone', by, codeId: aFact.codeId(2), at: 3_500 },
    { type: 'coding.finished', by, windowId: aFact.windowId(1), complete: true, at: 301_000 },
    { type: 'feedback.started', by, at: 302_000 },
    ...(closed ? [{ type: 'session.closed', by, at: 303_000 } as const] : []),
  ];
  const opened = { ...aFact.opened({ sessionId, caregivers: [...caregivers], lead: by, leadName: 'Ida' }) };
  await log.append(sessionId, [opened, ...drafts.map((draft, index) => ({ ...draft, seq: index + 2 }))]);

  async function typed(...args: string[]) {
    const [printed, complained]: [string[], string[]] = [[], []];
    const code = await runCommand(commands, args, {
      env: { EARSHOT_DATA: folder },
      print: (line) => void printed.push(line),
      complain: (line) => void complained.push(line),
    });
    return { code, printed: printed.join('\n'), complained: complained.join('\n') };
  }
  /** The lead coach undoes their only standing code, so an earlier export no longer matches the session. */
  const undo = async () => {
    const seq = (await log.read(sessionId)).length + 1;
    await log.append(sessionId, [{ type: 'code.undone', by, codeId: aFact.codeId(1), seq, at: 304_000 }]);
  };
  return { folder, sessionId, log, typed, undo, path: (name: string) => join(folder, name) };
}

test('a session, named by the start of its id, is written to a file for its owner only and the export is logged', async () => {
  const { typed, path, sessionId, log } = await aClinicFolder();
  const out = path('one.csv');
  expect(await typed('export', sessionId.slice(0, 8), '--format', 'csv', '--out', out)).toMatchObject({
    code: 0,
    complained: '',
  });
  expect((await stat(out)).mode & 0o777).toBe(0o600);
  expect(await readFile(out, 'utf8')).toContain('LP');
  expect((await log.read(sessionId)).at(-1)).toMatchObject({ type: 'session.exported', by: 'server', format: 'csv' });
});

test('an existing file is not overwritten, and nothing is logged, without --force', async () => {
  const { typed, path, sessionId, log } = await aClinicFolder();
  const out = path('one.vtt');
  await writeFile(out, 'mine');
  const refused = await typed('export', sessionId, '--format', 'vtt', '--out', out);
  expect([refused.code, await readFile(out, 'utf8')]).toEqual([1, 'mine']);
  expect(refused.complained).toContain('--force');
  // A reader that has the older file open can read it to its end: nothing is written into it.
  const opened = await open(out);
  onTestFinished(() => opened.close());
  expect((await typed('export', sessionId, '--format', 'vtt', '--out', out, '--force')).code).toBe(0);
  expect(await readFile(out, 'utf8')).toMatch(/^WEBVTT/u);
  expect(await opened.readFile('utf8')).toBe('mine');
  const exported = (await log.read(sessionId)).filter(({ type }) => type === 'session.exported');
  expect(exported).toHaveLength(1);
});

test.for([
  [['export'], 2],
  [['export', 'x', '--format', 'docx', '--out', '-'], 2],
  [['export', 'x', '--format', 'csv'], 2],
  [['export', 'nothing', '--format', 'csv', '--out', '-'], 1],
  [['import'], 2],
  [['import', '/nowhere.json'], 2],
] as const)('%j is refused with exit code %i', async ([args, code]) => {
  const { typed } = await aClinicFolder();
  const answer = await typed(...args);
  expect(answer.code).toBe(code);
  expect(answer.complained).not.toBe('');
});

test('a session that is still running is not exported', async () => {
  const { typed, sessionId } = await aClinicFolder({ closed: false });
  expect(await typed('export', sessionId, '--format', 'csv', '--out', '-')).toMatchObject({
    code: 1,
    complained: 'This session is not over yet.',
  });
});

test('[TRN1] an exported transcript is imported as a second coding with its undone codes, and a second import changes nothing', async () => {
  const { typed, path, sessionId, log, undo } = await aClinicFolder();
  const file = path('record.json');
  await typed('export', sessionId, '--format', 'transcript', '--out', file);
  expect(readTranscript(JSON.parse(await readFile(file, 'utf8'))).ok).toBe(true);

  expect(await typed('import', file, '--independent')).toMatchObject({
    code: 1,
    complained: expect.stringContaining('This is the coding of Ida') as string,
  });
  await undo();
  expect(await typed('import', file, '--independent')).toMatchObject({
    code: 0,
    printed: 'One second coding attached.',
  });
  const facts = await log.read(sessionId);
  expect(foldFacts(facts).review.codings).toMatchObject([
    {
      windowId: aFact.windowId(1),
      coderName: 'Ida',
      source: 'imported',
      independent: false,
      finished: true,
      codes: [
        { code: 'LP', heardAt: 2_000, undone: false },
        { code: 'BD', heardAt: 3_000, undone: true },
      ],
    },
  ]);
  expect((await typed('import', file)).printed).toContain('Nothing was changed');
  expect(await log.read(sessionId)).toEqual(facts);
});

test('a file with its own windows is matched by treatment phase and time; windows that do not match are left out', async () => {
  const { typed, path, sessionId, log } = await aClinicFolder();
  const transcript = (from: number, kind = 'cdi') => ({
    format: 'earshot-transcript/1',
    programme: 'pcit',
    criteria: 'pcit-2011',
    coder: 'Dr Elsewhere',
    windows: [{ id: 'w1', kind, spans: [[from, from + 300_000]] }],
    events: [{ id: 'e1', at: from + 10, candidates: ['LP', 'UP'], mode: 'unsure' }],
  });
  const importIt = async (value: object, ...more: string[]) => {
    await writeFile(path('imported.json'), JSON.stringify(value));
    return typed('import', path('imported.json'), '--session', sessionId, ...more);
  };
  const before = await log.read(sessionId);
  expect(await importIt(transcript(900_000))).toMatchObject({
    code: 1,
    complained: expect.stringContaining('Nothing was imported') as string,
  });
  expect(await importIt(transcript(1_000, 'pdi'))).toMatchObject({ code: 1 });
  await writeFile(path('own.json'), JSON.stringify({ ...transcript(1_000), session: { id: sessionId.slice(0, 1) } }));
  expect((await typed('import', path('own.json'))).complained).toContain('--session');
  expect((await importIt({ ...transcript(1_000), windows: 'none' })).complained).toContain('$.windows');
  expect(await log.read(sessionId)).toEqual(before);

  expect((await importIt(transcript(1_500), '--independent')).code).toBe(0);
  const [coding] = foldFacts(await log.read(sessionId)).review.codings;
  expect(coding).toMatchObject({
    coderName: 'Dr Elsewhere',
    independent: true,
    codes: [{ code: 'UP', mode: 'unsure' }],
  });
  expect((await importIt(transcript(900_000), '--window', aFact.windowId(1))).code).toBe(0);
});

test.for(['boris', 'eaf'] as const)(
  'an export to %s is imported without a map, and the record has to be named if the file has several',
  async (format) => {
    const { typed, path, sessionId, log, undo } = await aClinicFolder();
    const file = path(`record.${format}`);
    await typed('export', sessionId, '--format', format, '--out', file);
    await undo();
    expect(await typed('import', file)).toMatchObject({ code: 0, printed: 'One second coding attached.' });
    expect(foldFacts(await log.read(sessionId)).review.codings).toMatchObject([
      {
        windowId: aFact.windowId(1),
        coderName: 'Ida',
        source: 'imported',
        codes: [
          { code: 'LP', heardAt: 2_000, undone: false },
          { code: 'BD', heardAt: 3_000, undone: true },
        ],
      },
    ]);
    await typed('export', sessionId, '--format', format, '--out', file, '--force');
    expect(await typed('import', file)).toMatchObject({
      code: 1,
      complained: expect.stringContaining('--record') as string,
    });
    expect((await typed('import', file, '--record', 'Ida (imported)')).code).toBe(0);
  },
);

test('a map is printed for a file from elsewhere, and with the filled-in map the file is imported; an unfilled map imports nothing', async () => {
  const { typed, path, sessionId, log } = await aClinicFolder();
  const events = [
    [2, 'mother', 'praise', 'labeled'],
    [4, 'mother', 'talk', ''],
    [9_000, 'mother', 'talk', ''],
  ] as const;
  const [file, map] = [path('lab.boris'), path('map.json')];
  await writeFile(file, aBorisProject({ 'Coder 7': events }));
  const before = await log.read(sessionId);
  expect((await typed('import', file)).complained).toContain('--session');
  const asked = await typed('import', file, '--session', sessionId);
  expect(asked).toMatchObject({ code: 2, complained: expect.stringContaining('--map') as string });
  await writeFile(map, asked.printed);
  const importIt = () => typed('import', file, '--session', sessionId, '--map', map, '--independent');
  expect(await importIt()).toMatchObject({ code: 1, complained: expect.stringContaining('“?”') as string });
  await writeFile(map, '{"format":"earshot-import-map/1"}');
  expect(await importIt()).toMatchObject({ code: 2, complained: expect.stringContaining('$.codes') as string });
  expect(await log.read(sessionId)).toEqual(before);

  const answered = asked.printed
    .replace('"value": "labeled",\n      "to": "?"', '"value": "labeled",\n      "to": "LP"')
    .replaceAll('"to": "?"', '"to": "NTA"');
  await writeFile(map, answered);
  expect(await importIt()).toMatchObject({
    code: 0,
    printed: expect.stringContaining('1 code left out, as outside') as string,
  });
  expect(foldFacts(await log.read(sessionId)).review.codings).toMatchObject([
    {
      coderName: 'Coder 7',
      independent: true,
      codes: [
        { code: 'LP', heardAt: 2_000 },
        { code: 'NTA', heardAt: 4_000 },
      ],
    },
  ]);
});
