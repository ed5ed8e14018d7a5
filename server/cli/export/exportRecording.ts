import { createWriteStream, existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import { recordingMapName } from '#shared/session/exports/exportTable.ts';
import { recordingMap } from '#shared/session/exports/recordingMap.ts';
import { type RecordingFile, recordingFileOf, tracksToExport } from '#shared/session/recording/recordingFile.ts';
import type { SessionRecord } from '#server/storage/records.ts';
import { type ClinicStore, openClinicStore } from '../clinicStore.ts';

const FAILED = 1;
const OWNER_ALONE = 0o600;

const WITHDRAWN = fail('not-allowed', 'The consent to the recording was taken back: it is not written.');

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
  const { file, make } = offered.value;
  const { sessionId } = session.value;
  const noted = await store.write(sessionId, () =>
    ok([{ type: 'session.exported', by: 'server', format: 'recording' }]),
  );
  if (!noted.ok) return noted;

  let toldPercent = -1;
  const made = await make(sessionId, file, {
    signal: new AbortController().signal,
    onProgress: (doneMs) => {
      const percent = Math.floor((doneMs / file.durationMs) * 10) * 10;
      if (percent > toldPercent) complain(`${(toldPercent = percent)} %`);
    },
  });
  try {
    const state = await store.stateOf(sessionId);
    const agreed = tracksToExport(state);
    if (!file.tracks.every(({ track }) => agreed.includes(track))) return WITHDRAWN;
    await pipeline(made.read(), createWriteStream(out, { mode: OWNER_ALONE }));
    const told = recordingMap(file, { sessionId, state, timeZone: await store.timeZone() });
    await writeFile(map, `${JSON.stringify({ ...told, fileName: basename(out) }, null, 2)}\n`, { mode: OWNER_ALONE });
    if (told.fileName !== basename(out)) complain(`ELAN and BORIS files of this session look for ${told.fileName}.`);
    return ok(null);
  } catch (error) {
    await rm(out, { force: true });
    throw error;
  } finally {
    await made.drop();
  }
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
  return ok({ file, make: store.makeFile });
}
