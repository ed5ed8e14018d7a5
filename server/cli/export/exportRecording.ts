import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { SessionId } from '#shared/protocol/ids.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import { recordingMapName } from '#shared/session/exports/exportTable.ts';
import { recordingMap } from '#shared/session/exports/recordingMap.ts';
import { type RecordingFile, recordingFileOf, tracksToExport } from '#shared/session/recording/recordingFile.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import { watchConsents } from '#server/exports/recording/consentWatch.ts';
import type { MadeFile, MakeFile } from '#server/exports/recording/recordingFiles.ts';
import { realTime, type Time } from '#server/sessions/time.ts';
import type { SessionRecord } from '#server/storage/records.ts';
import { type ClinicStore, openClinicStore } from '../clinicStore.ts';

const FAILED = 1;
const OWNER_ALONE = 0o600;
const NEW_FILE = { mode: OWNER_ALONE, flag: 'wx' };

const WITHDRAWN = fail('not-allowed', 'The consent to the recording was taken back: it is not written.');
const UNCHECKED = fail(
  'not-now',
  'It could not be looked up whether the consent to the recording still stands: it is not written. Try again.',
);

/** Writes a session's recording to one file that runs in session time, and its map beside it. Answers with the exit code. */
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
  const taken = [out, map].find((file) => existsSync(file));
  if (taken !== undefined && !force)
    return fail('invalid', `${taken} is there already. With --force it is written over.`);
  const offered = await offer(store, session.value);
  if (!offered.ok) return offered;
  const { sessionId } = session.value;
  const noted = await store.write(sessionId, () =>
    ok([{ type: 'session.exported', by: 'server', format: 'recording' }]),
  );
  if (!noted.ok) return noted;

  return writeWhileAgreed({ ...store, time: realTime }, { sessionId, out, map, complain, ...offered.value });
}

type Ports = Pick<ClinicStore, 'log' | 'timeZone'> & { readonly time: Pick<Time, 'callAfter'> };

type Asked = {
  readonly sessionId: SessionId;
  readonly state: SessionState;
  readonly file: RecordingFile;
  readonly makeFile: MakeFile;
  readonly out: string;
  readonly map: string;
  readonly complain: (line: string) => void;
};

/** Makes the file, and writes it for as long as all that is in it is agreed to. Rule RCD8. */
export async function writeWhileAgreed(
  { log, timeZone, time }: Ports,
  { sessionId, state, file, makeFile, ...to }: Asked,
): Promise<Reply<unknown>> {
  const { out, map, complain } = to;
  const stop = new AbortController();
  const ports = { log, time, report: (error: unknown) => complain(String(error)) };
  const watch = watchConsents(ports, { sessionId, state, file }, async () => stop.abort());
  const [draft, mapDraft] = [draftOf(out), draftOf(map)];
  let made: MadeFile | undefined;
  try {
    made = await makeFile(sessionId, file, { signal: stop.signal, onProgress: tellPercent(file, complain) });
    await writeFile(draft, made.read(), { ...NEW_FILE, signal: stop.signal });
    const told = recordingMap(file, { sessionId, state, timeZone: await timeZone() });
    await writeFile(mapDraft, `${JSON.stringify({ ...told, fileName: basename(out) }, null, 2)}\n`, NEW_FILE);
    await watch.look();
    stop.signal.throwIfAborted();
    // An older file of this name is whole until now.
    await rename(draft, out);
    await rename(mapDraft, map);
    if (told.fileName !== basename(out)) complain(`ELAN and BORIS files of this session look for ${told.fileName}.`);
    return ok(null);
  } catch (error) {
    const unagreed = await watch.look();
    if (unagreed === undefined) throw error;
    return unagreed === 'withdrawn' ? WITHDRAWN : UNCHECKED;
  } finally {
    watch.end();
    await made?.drop();
    await Promise.all([draft, mapDraft].map((path) => rm(path, { force: true })));
  }
}

/** Where a file is written until it is whole: beside its place, so that it can be moved there. */
function draftOf(path: string): string {
  return `${path}.${randomUUID()}.part`;
}

function tellPercent({ durationMs }: RecordingFile, complain: (line: string) => void) {
  let toldPercent = -1;
  return (doneMs: number) => {
    const percent = Math.floor((doneMs / durationMs) * 10) * 10;
    if (percent > toldPercent) complain(`${(toldPercent = percent)} %`);
  };
}

async function offer(store: ClinicStore, { sessionId }: SessionRecord) {
  const state = await store.stateOf(sessionId);
  if (state.phase !== 'closed') return fail('not-now', 'This session is not over yet.');
  if (state.recording.stretches.length === 0) return fail('not-found', 'Nothing of this session was recorded.');
  if (tracksToExport(state).length === 0) return WITHDRAWN;
  const file: RecordingFile | undefined = recordingFileOf(await store.partsOf(sessionId), state);
  if (file === undefined) return fail('not-found', 'The recording was erased.');
  if (store.makeFile === undefined)
    return fail('not-now', 'Making the file needs ffmpeg, which is not installed here.');
  return ok({ state, file, makeFile: store.makeFile });
}
