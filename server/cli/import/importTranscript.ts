import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { fail, ok } from '#shared/protocol/reply.ts';
import type { Transcript } from '#shared/protocol/transcript.ts';
import { type Imported, importedCodings } from '#shared/session/exports/importedCodings.ts';
import { programmeOf } from '#shared/session/programmeOf.ts';
import { type ClinicStore, openClinicStore } from '../clinicStore.ts';
import { readTranscriptFile } from '../readTranscriptFile.ts';
import { type Command, UsageError } from '../runCommand.ts';

const FAILED = 1;
const REFUSED = 2;

type Asked = {
  readonly file: string;
  readonly session: string | undefined;
  readonly window: string | undefined;
  readonly independent: boolean;
};

/** Attaches a coded transcript to a closed session as second codings, or refuses it whole with every fault. */
export const importTranscript: Command = {
  usage: 'FILE [--session ID] [--window ID] [--independent]',
  summary: 'Attaches a coded transcript to a closed session as a second coding',
  run: async (args, { env, print, complain }) => {
    const asked = readArgs(args);
    const read = await readTranscriptFile(asked.file);
    if (!read.ok) {
      for (const fault of read.faults) complain(`${asked.file}: ${fault}`);
      return REFUSED;
    }
    const store = await openClinicStore(env);
    if (!store.ok) {
      complain(store.error.message);
      return FAILED;
    }
    try {
      const imported = await importInto(store.value, read.transcript, asked);
      if (imported.ok) print(inWords(imported.value, read.transcript));
      else complain(imported.error.message);
      return imported.ok ? 0 : FAILED;
    } finally {
      await store.value.close();
    }
  },
};

function readArgs(args: readonly string[]): Asked {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      session: { type: 'string' },
      window: { type: 'string' },
      independent: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new UsageError('Name one file.');
  return { file, session: values.session, window: values.window, independent: values.independent };
}

async function importInto(store: ClinicStore, transcript: Transcript, { session: named, window, independent }: Asked) {
  const start = named ?? transcript.session?.id;
  if (start === undefined || start === '') {
    return fail('invalid', 'The file does not say of which session it is. Name it with --session.');
  }
  const session = await store.findSession(start);
  if (!session.ok) return session;
  let imported: Imported | undefined;
  const written = await store.write(session.value.sessionId, (state) => {
    const programme = programmeOf(state);
    if (programme === undefined) return fail('not-found', 'This version of the programme is not known here.');
    const made = importedCodings(transcript, state, programme, { windowId: window, independent }, uuidOf);
    if (!made.ok) return made;
    imported = made.value;
    return ok(imported.facts);
  });
  if (!written.ok) return written;
  if (imported === undefined) throw new Error('An import that was written was decided on.');
  return ok(imported);
}

function inWords({ codings, known, strayWindows }: Imported, { events }: Transcript): string {
  const marks = events.filter(({ effective, void: isVoid, text }) => effective === false || isVoid === true || text);
  return [
    codings === 0
      ? 'All of it is in the session already. Nothing was changed.'
      : `${codings === 1 ? 'One second coding' : `${codings} second codings`} attached.`,
    ...(codings > 0 && known > 0 ? [`${known} of them were in the session already.`] : []),
    ...(strayWindows.length > 0 ? [`Left out, as no window of this session: ${strayWindows.join(', ')}.`] : []),
    ...(codings > 0 && marks.length > 0
      ? ['A second coding is codes alone: words, and marks of commands as not effective or spoilt, were left out.']
      : []),
  ].join('\n');
}

/** A UUID that follows from a name (version 8 of RFC 9562, from SHA-256). */
function uuidOf(name: string): string {
  const hash = createHash('sha256').update(name).digest();
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x80, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}
