import { parseArgs } from 'node:util';
import { EXPORT_FORMATS, type ExportFormat } from '#shared/domain/exports/exportFormats.ts';
import { RECORDING_PURPOSES } from '#shared/domain/recording/recordedTracks.ts';
import { ok, type Reply } from '#shared/protocol/reply.ts';
import type { RecordChoice } from '#shared/exports/transcriptExport.ts';
import { type ExportFile, exportScene, makeExport } from '#server/exports/makeExport.ts';
import { openDraft, whyNotPlaced } from './draftFile.ts';
import { exportRecording } from './exportRecording.ts';
import { type ClinicStore, openClinicStore } from '../clinicStore.ts';
import { wordsOf } from '../readTextFile.ts';
import { type Command, UsageError } from '../runCommand.ts';

const FAILED = 1;

/** Writes a closed session to a file and records the export in its log. */
export const exportSession: Command = {
  usage: 'SESSION (--format F | --recording [--for PURPOSE]) --out FILE [--coder ID] [--caregiver ID] [--force]',
  summary: `Writes a closed session to a file (${EXPORT_FORMATS.join(', ')}; --out - prints it), or its recording and its map (for ${RECORDING_PURPOSES.join(', ')})`,
  run: async (args, { env, complain }) => {
    const { session, format, out, choice, purpose, force } = readArgs(args);
    if (format === 'recording') return exportRecording({ start: session, purpose, out, force, env, complain });
    const taken = out === '-' ? undefined : await whyNotPlaced(out, force);
    if (taken !== undefined) return refuse(taken);
    const store = await openClinicStore(env);
    if (!store.ok) return refuse(store.error.message);
    try {
      const made = await makeFile(store.value, session, format, choice);
      if (!made.ok) return refuse(made.error.message);
      // Logged before the first byte leaves: the log may list an export that failed, but every export is in the log.
      const noted = await store.value.write(made.value.sessionId, 'session.exported', () =>
        ok([{ type: 'session.exported', by: 'server', format }]),
      );
      if (!noted.ok) return refuse(noted.error.message);
      if (made.value.hint !== undefined) complain(made.value.hint);
      return await deliver(made.value.file, out, force, refuse);
    } finally {
      await store.value.close();
    }

    function refuse(why: string): number {
      complain(why);
      return FAILED;
    }
  },
};

function readArgs(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      format: { type: 'string' },
      out: { type: 'string' },
      coder: { type: 'string' },
      caregiver: { type: 'string' },
      recording: { type: 'boolean', default: false },
      for: { type: 'string', default: 'treatment' },
      force: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const [session, ...more] = positionals;
  const format = values.recording ? ('recording' as const) : EXPORT_FORMATS.find((one) => one === values.format);
  if (session === undefined || session === '' || more.length > 0) throw new UsageError('Name one session.');
  if (values.recording && values.format !== undefined) throw new UsageError('Ask for a format or for the recording.');
  if (format === undefined) throw new UsageError(`Name a format: ${EXPORT_FORMATS.join(', ')}.`);
  const purpose = RECORDING_PURPOSES.find((one) => one === values.for);
  if (purpose === undefined) throw new UsageError(`Name a purpose: ${RECORDING_PURPOSES.join(', ')}.`);
  if (values.out === undefined) throw new UsageError('Name a file to write to, or - to print it.');
  if (values.recording && values.out === '-')
    throw new UsageError('A recording cannot be printed. Name a file for it.');
  const choice = { coder: values.coder, caregiverId: values.caregiver };
  return { session, format, out: values.out, choice, purpose, force: values.force };
}

async function makeFile(store: ClinicStore, start: string, format: ExportFormat, choice: RecordChoice) {
  const session = await store.findSession(start);
  if (!session.ok) return session;
  const { sessionId } = session.value;
  const state = await store.stateOf(sessionId);
  const scene = exportScene(session.value, state, {
    exportedBy: 'the command line',
    now: new Date(),
    timeZone: await store.timeZone(),
    takes: await store.takesOf(sessionId),
  });
  if (!scene.ok) return scene;
  const file = await makeExport(format, scene.value, choice);
  if (!file.ok) return file;
  const coded = state.caregivers.filter((one) =>
    state.windows.some(({ caregiverId }) => caregiverId === one.caregiverId),
  );
  const isOneOfSeveral = format === 'transcript' && choice.caregiverId === undefined && coded.length > 1;
  const list = coded.map(({ caregiverId, name }) => `${caregiverId} (${name})`).join(', ');
  const hint = isOneOfSeveral
    ? `This file is about the first caregiver only. With --caregiver there is: ${list}.`
    : undefined;
  return ok({ sessionId, file: file.value, hint }) satisfies Reply<unknown>;
}

/** Writes the whole file or nothing, readable by its owner only. */
async function deliver(
  { content }: ExportFile,
  out: string,
  force: boolean,
  refuse: (why: string) => number,
): Promise<number> {
  if (out === '-') {
    await new Promise((done) => process.stdout.write(content, done));
    return 0;
  }
  const draft = await openDraft(out, force);
  try {
    await draft.write(content);
    await draft.place();
    return 0;
  } catch (error) {
    return refuse(`${out}: ${wordsOf(error)} Nothing was written.`);
  } finally {
    await draft.drop();
  }
}
