import { basename } from 'node:path';
import type { RecordingPurpose } from '#shared/domain/recording/recordedTracks.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import { recordingMapName } from '#shared/exports/exportTable.ts';
import { recordingMap } from '#shared/exports/recordingMap.ts';
import { type RecordingFile, recordingFileOf, tracksToExport } from '#shared/session/recording/recordingFile.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import { mayLeave } from '#server/exports/recording/mayLeave.ts';
import { watchConsents } from '#server/exports/recording/consentWatch.ts';
import type { MadeFile, MakeFile } from '#server/exports/recording/recordingFiles.ts';
import { realTime, type Time } from '#server/time/time.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import { type ClinicStore, openClinicStore } from '../clinicStore.ts';
import { openDraft, whyNotPlaced } from './draftFile.ts';

const FAILED = 1;

const WITHDRAWN = fail('not-allowed', 'The consent to the recording was withdrawn, so it was not exported.');
const UNCHECKED = fail(
  'not-now',
  'The server could not check whether the consent to the recording is still valid, so it was not exported. Try again.',
);

type AskedFor = {
  /** The start of the session's id. */
  readonly start: string;
  readonly purpose: RecordingPurpose;
  readonly out: string;
  readonly force: boolean;
  readonly complain: (line: string) => void;
};

/** Writes a session's recording to one file in session time, and its map next to it. Resolves to the exit code. */
export async function exportRecording(asked: AskedFor & { readonly env: NodeJS.ProcessEnv }): Promise<number> {
  const store = await openClinicStore(asked.env);
  const done = store.ok ? await write(store.value, asked) : store;
  if (store.ok) await store.value.close();
  if (done.ok) return 0;
  asked.complain(done.error.message);
  return FAILED;
}

async function write(store: ClinicStore, { start, purpose, out, force, complain }: AskedFor): Promise<Reply<unknown>> {
  const session = await store.findSession(start);
  if (!session.ok) return session;
  const map = recordingMapName(out.endsWith('.webm') ? out : `${out}.webm`);
  const taken = (await whyNotPlaced(out, force)) ?? (await whyNotPlaced(map, force));
  if (taken !== undefined) return fail('invalid', taken);
  const offered = await offer(store, session.value, purpose);
  if (!offered.ok) return offered;
  const { sessionId } = session.value;
  const noted = await store.write(sessionId, 'recording.exported', () =>
    ok([{ type: 'session.exported', by: 'server', format: 'recording' }]),
  );
  if (!noted.ok) return noted;

  const to = { out, map, force, complain };
  return writeWhileAgreed({ ...store, time: realTime }, { session: session.value, purpose, ...to, ...offered.value });
}

type Ports = Pick<ClinicStore, 'log' | 'consents' | 'timeZone'> & { readonly time: Pick<Time, 'callAfter'> };

type Asked = {
  readonly session: Pick<SessionRecord, 'sessionId' | 'familyId' | 'caregivers'>;
  readonly purpose: RecordingPurpose;
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
  { log, consents, timeZone, time }: Ports,
  { session, purpose, state, file, makeFile, ...to }: Asked,
): Promise<Reply<unknown>> {
  const { out, map, force, complain } = to;
  const stop = new AbortController();
  const { sessionId } = session;
  const ports = { log, time, consents, report: (error: unknown) => complain(String(error)) };
  const watch = watchConsents(ports, { session, purpose, state, file }, async () => stop.abort());
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

async function offer(store: ClinicStore, session: SessionRecord, purpose: RecordingPurpose) {
  const { sessionId } = session;
  const state = await store.stateOf(sessionId);
  if (state.phase !== 'closed') return fail('not-now', 'This session is not over yet.');
  if (state.recording.spans.length === 0) return fail('not-found', 'Nothing was recorded in this session.');
  if (tracksToExport(state).length === 0) return WITHDRAWN;
  const takes = await store.takesOf(sessionId);
  if (recordingFileOf(takes, state) === undefined) return fail('not-found', 'The recording was erased.');
  const file: RecordingFile | undefined = recordingFileOf(takes, state, await mayLeave(store, session, state, purpose));
  if (file === undefined) return fail('not-allowed', `The people in this recording did not agree to ${purpose}.`);
  if (store.makeFile === undefined)
    return fail('not-now', 'Creating the file needs ffmpeg, which is not installed on this server.');
  return ok({ state, file, makeFile: store.makeFile });
}
