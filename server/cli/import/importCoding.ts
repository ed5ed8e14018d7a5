import { counted } from '#shared/domain/counted.ts';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Program } from '#shared/domain/programs/program.ts';
import { SessionId } from '#shared/protocol/ids.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import type { Transcript } from '#shared/protocol/transcript.ts';
import type { CodedFile } from '#shared/imports/codedFile.ts';
import { type Imported, importedCodings } from '#shared/imports/importedCodings.ts';
import { findRecord, type ImportMap, isDecided, readMap, suggestMap } from '#shared/imports/importMap.ts';
import { type MappedRecord, mapRecord } from '#shared/imports/mapRecord.ts';
import { type ImportFile, readCodedFile } from '#shared/imports/readCodedFile.ts';
import { programOf } from '#shared/session/programOf.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import { uuidOf } from '#server/imports/uuidOf.ts';
import { type ClinicStore, openClinicStore } from '../clinicStore.ts';
import { readTextFile, wordsOf } from '../readTextFile.ts';
import { type Command, type Terminal, UsageError } from '../runCommand.ts';

const FAILED = 1;
const REFUSED = 2;
const UNKNOWN_PROGRAM = 'This server does not have this version of the program.';

/** Attaches a coding to a closed session as second codings, or refuses it and lists every fault. */
export const importCoding: Command = {
  usage: 'FILE [--map FILE] [--record NAME] [--session ID] [--window ID] [--independent]',
  summary: 'Imports a second coding into a closed session: a transcript, a BORIS project or an ELAN file',
  run: async (args, terminal) => {
    const { env, complain } = terminal;
    const asked = readArgs(args);
    const read = await readCoding(asked.file);
    const map = asked.map === undefined ? ok(undefined) : await readMapFile(asked.map);
    const [unread] = [read, map].filter((one) => !one.ok);
    if (!read.ok || !map.ok) {
      if (unread?.ok === false) for (const line of unread.error.message.split('\n')) complain(line);
      return REFUSED;
    }
    const store = await openClinicStore(env);
    if (!store.ok) {
      complain(store.error.message);
      return FAILED;
    }
    try {
      return await importInto(store.value, read.value, { ...asked, map: map.value }, terminal);
    } finally {
      await store.value.close();
    }
  },
};

function readArgs(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      map: { type: 'string' },
      record: { type: 'string' },
      session: { type: 'string' },
      window: { type: 'string' },
      independent: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('Name one file.');
  return { file, ...values };
}

async function readCoding(file: string): Promise<Reply<ImportFile>> {
  try {
    const read = readCodedFile(await readFile(file));
    if (read.ok) return read;
    return fail(
      'invalid',
      read.error.message
        .split('\n')
        .map((line) => `${file}: ${line}`)
        .join('\n'),
    );
  } catch (error) {
    return fail('not-found', `${file}: cannot be read: ${wordsOf(error)}`);
  }
}

async function readMapFile(file: string): Promise<Reply<ImportMap>> {
  const text = await readTextFile(file);
  const read = text.ok ? readMap(text.value) : text;
  return read.ok ? read : fail('invalid', `${file}: ${read.error.message}`);
}

type Choice = Omit<ReturnType<typeof readArgs>, 'map'> & { readonly map: ImportMap | undefined };

async function importInto(store: ClinicStore, content: ImportFile, choice: Choice, { print, complain }: Terminal) {
  const session = await findSession(store, content, choice.session);
  if (!session.ok) return refuse(session.error.message);
  const { sessionId } = session.value;
  const state = await store.stateOf(sessionId);
  const program = programOf(state);
  if (program === undefined) return refuse(UNKNOWN_PROGRAM);

  const prepared = prepare(content, choice, sessionId, { state, program });
  if (!prepared.ok) return refuse(prepared.error.message);
  if ('template' in prepared.value) {
    print(JSON.stringify(prepared.value.template, null, 2));
    complain(
      'In this map, replace each “?” with a code or caregiver, or with null to leave it out. Then run the import with --map FILE.',
    );
    return REFUSED;
  }
  const { transcripts, mapped } = prepared.value;
  const written = await write(store, sessionId, transcripts, choice);
  if (!written.ok) return refuse(written.error.message);
  print(inWords(written.value, transcripts, mapped));
  return 0;

  function refuse(why: string): number {
    complain(why);
    return FAILED;
  }
}

async function findSession(store: ClinicStore, content: ImportFile, named: string | undefined) {
  // A complete id of ours: a number from elsewhere may begin like one of our ids.
  const own = SessionId.safeParse(content.is === 'file' ? content.file.sessionId : content.transcript.session?.id);
  const start = named ?? own.data;
  if (start === undefined || start === '') {
    return fail('invalid', 'The file does not say which session it belongs to. Name the session with --session.');
  }
  return store.findSession(start);
}

type Scene = { readonly state: SessionState; readonly program: Program };
type Prepared =
  | { readonly template: ImportMap }
  | { readonly transcripts: readonly Transcript[]; readonly mapped: MappedRecord | undefined };

function prepare(content: ImportFile, choice: Choice, sessionId: SessionId, scene: Scene): Reply<Prepared> {
  if (content.is === 'transcript') return ok({ transcripts: [content.transcript], mapped: undefined });
  return prepareFile(content.file, choice, sessionId, scene);
}

function prepareFile(file: CodedFile, { map, record }: Choice, sessionId: SessionId, scene: Scene): Reply<Prepared> {
  const found = findRecord(file, record ?? map?.record);
  if (!found.ok)
    return found.error.code === 'not-found' && record === undefined && map === undefined
      ? fail('not-found', `${found.error.message} Name one with --record.`)
      : found;
  const whole = map ?? suggestMap(found.value, scene);
  if (map === undefined && !isDecided(whole)) return ok({ template: whole });
  const mapped = mapRecord(file, found.value, whole, sessionId, scene);
  return mapped.ok ? ok({ transcripts: mapped.value.transcripts, mapped: mapped.value }) : mapped;
}

async function write(
  store: ClinicStore,
  sessionId: SessionId,
  transcripts: readonly Transcript[],
  { window, independent }: Choice,
): Promise<Reply<Imported>> {
  let imported: Imported | undefined;
  const written = await store.write(sessionId, 'coding.imported', (state) => {
    const program = programOf(state);
    if (program === undefined) return fail('not-found', UNKNOWN_PROGRAM);
    const made = importedCodings(transcripts, state, program, { windowId: window, independent }, uuidOf);
    if (!made.ok) return made;
    imported = made.value;
    return ok(imported.facts);
  });
  if (!written.ok) return written;
  if (imported === undefined) throw new Error('An import was written without a check.');
  return ok(imported);
}

function inWords(
  { codings, known, strayWindows }: Imported,
  transcripts: readonly Transcript[],
  mapped: MappedRecord | undefined,
): string {
  const marks = transcripts
    .flatMap(({ events }) => events)
    .filter(({ effective, void: isVoid, text }) => effective === false || isVoid === true || text);
  const count = (codes: number, what: string) => (codes === 0 ? [] : [`${counted(codes, 'code')} ${what}.`]);
  return [
    codings === 0
      ? 'The session already contains all of it. Nothing was changed.'
      : `${codings === 1 ? 'One second coding' : `${codings} second codings`} attached.`,
    ...(codings > 0 && known > 0 ? [`${known} of them were in the session already.`] : []),
    ...(strayWindows.length > 0
      ? [`Left out, because they match no window of this session: ${strayWindows.join(', ')}.`]
      : []),
    ...(codings > 0 && marks.length > 0
      ? [
          'A second coding contains only codes. Words, and marks of commands as not effective or interrupted, were left out.',
        ]
      : []),
    ...count(mapped?.leftOut ?? 0, 'left out, as the map says'),
    ...count(mapped?.beyond ?? 0, 'left out, as outside of the session: check “offsetMs” of the map'),
    ...count(mapped?.uncounted ?? 0, 'outside the window’s time: kept, but not counted'),
  ].join('\n');
}
