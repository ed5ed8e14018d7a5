import { basename } from 'node:path';
import type { SessionId } from '#shared/protocol/ids.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import { recordingMapName } from '#shared/exports/exportTable.ts';
import { recordingMap } from '#shared/exports/recordingMap.ts';
import { type RecordingFile, recordingFileOf, tracksToExport } from '#shared/session/recording/recordingFile.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import { watchConsents } from '#server/exports/recording/consentWatch.ts';
import type { MadeFile, MakeFile } from '#server/exports/recording/recordingFiles.ts';
import { realTime, type Time } from '#server/time/time.ts';
import type { SessionRecord } from '#server/storage/records.ts';
import { type ClinicStore, openClinicStore } from '../clinicStore.ts';
import { openDraft, whyNotPlaced } from './draftFile.ts';

const FAILED = 1;

const WITHDRAWN = fail('not-allowed', 'The consent to the recording was withdrawn, so it was not exported.');
const UNCHECKED = fail(
  'not-now',
  'The server could not check whether the consent to the recording is still valid, so it was not exported. Try again.',
);

/** Writes a session's recording to one file in session time, and its map next to it. Resolves to the exit code. */
export async function exportRecording(
  start: string,
  out: string,
  force: boolean,
  env: NodeJS.ProcessEnv,
  complain: (line: string) => void,
): Promise<number> {
  const store = await openClinicStore(env);
  const done = store.ok ? await write(store.value, start, out, force, complain) : store;
  if (store.ok) await store.value.close();
  if (done.ok) return 0;
  complain(done.error.message);
  return FAILED;
}

async function write(
  store: ClinicStore,
  start: string,
  out: string,
  force: boolean,
  complain: (line: string) => void,
): Promise<Reply<unknown>> {
  const session = await store.findSession(start);
  if (!session.ok) return session;
  const map = recordingMapName(out.endsWith('.webm') ? out : `${out}.webm`);
  const taken = (await whyNotPlaced(out, force)) ?? (await whyNotPlaced(map, force));
  if (taken !== undefined) return fail('invalid', taken);
  const offered = await offer(store, session.value);
  if (!offered.ok) return offered;
  const { sessionId } = session.value;
  const noted = await store.write(sessionId, () =>
    ok([{ type: 'session.exported', by: 'server', format: 'recording' }]),
  );
  if (!noted.ok) return noted;

  return writeWhileAgreed({ ...store, time: realTime }, { sessionId, out, map, force, complain, ...offered.value });
}

type Ports = Pick<ClinicStore, 'log' | 'timeZone'> & { readonly time: Pick<Time, 'callAfter'> };

type Asked = {
  readonly sessionId: SessionId;
  readonly state: SessionState;
  readonly file: RecordingFile;
  readonly makeFile: MakeFile;
  readonly out: string;
  readonly map: string;
  readonly force: boolean;
  readonly complain: (line: string) => void;
};

/** Makes and writes the file, and stops as soon as a consent to any of its content is withdrawn. Rule RCD8. */
export async function writeWhileAgreed(
  { log, timeZone, time }: Ports,
  { sessionId, state, file, makeFile, ...to }: Asked,
): Promise<Reply<unknown>> {
  const { out, map, force, complain } = to;
  const stop = new AbortController();
  const ports = { log, time, report: (error: unknown) => complain(String(error)) };
  const watch = watchConsents(ports, { sessionId, state, file }, async () => stop.abort());
  const [draft, mapDraft] = [await openDraft(out, force), await openDraft(map, force)];
  let made: MadeFile | undefined;
  try {
    made = await makeFile(sessionId, file, { signal: stop.signal, onProgress: tellPercent(file, complain) });
    await draft.write(made.read(), { signal: stop.signal });
    const told = recordingMap(file, { sessionId, state, timeZone: await timeZone() });
    await mapDraft.write(`${JSON.stringify({ ...told, fileName: basename(out) }, null, 2)}\n`);
    await watch.look();
    stop.signal.throwIfAborted();
    await draft.place();
    await mapDraft.place();
    if (told.fileName !== basename(out)) complain(`ELAN and BORIS files of this session look for ${told.fileName}.`);
    return ok(null);
  } catch (error) {
    const unagreed = await watch.look();
    if (unagreed === undefined) throw error;
    return unagreed === 'withdrawn' ? WITHDRAWN : UNCHECKED;
  } finally {
    watch.end();
    await made?.drop();
    await Promise.all([draft.drop(), mapDraft.drop()]);
  }
}

function tellPercent({ durationMs }: RecordingFile, complain: (line: string) => void) {
  let toldPercent = -1;
  return (doneMs: number) => {
    const percent = Math.floor((doneMs / durationMs) * 10) * 10;
    if (percent > toldPercent) complain(`${(toldPercent = percent)}%`);
  };
}

async function offer(store: ClinicStore, { sessionId }: SessionRecord) {
  const state = await store.stateOf(sessionId);
  if (state.phase !== 'closed') return fail('not-now', 'This session is not over yet.');
  if (state.recording.spans.length === 0) return fail('not-found', 'Nothing was recorded in this session.');
  if (tracksToExport(state).length === 0) return WITHDRAWN;
  const file: RecordingFile | undefined = recordingFileOf(await store.takesOf(sessionId), state);
  if (file === undefined) return fail('not-found', 'The recording was erased.');
  if (store.makeFile === undefined)
    return fail('not-now', 'Creating the file needs ffmpeg, which is not installed on this server.');
  return ok({ state, file, makeFile: store.makeFile });
}
