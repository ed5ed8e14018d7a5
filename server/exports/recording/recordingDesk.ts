import type { ParticipantId, SessionId } from '#shared/protocol/ids.ts';
import type { RecordingExportStatus, RecordingMap } from '#shared/protocol/recordingExport.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import { recordingFileName } from '#shared/session/exports/exportTable.ts';
import { recordingMap } from '#shared/session/exports/recordingMap.ts';
import { type RecordingFile, recordingFileOf, tracksToExport } from '#shared/session/recording/recordingFile.ts';
import type { Reviewer } from '#shared/session/review/checkReviewEntry.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import type { Clinic } from '#server/clinic/clinic.ts';
import type { RecordingStore } from '#server/recording/recordingStore.ts';
import type { SessionRooms } from '#server/sessions/sessionRooms.ts';
import type { Time } from '#server/sessions/time.ts';
import type { SessionRecord } from '#server/storage/records.ts';
import { checkReader, exportFacts } from '../exportDesk.ts';
import type { MadeFile, MakeFile } from './recordingFiles.ts';

/** A file on its way out. */
export type LeavingFile = {
  readonly fileName: string;
  readonly bytes: number;
  /** Throws in the middle where somebody takes their consent back. */
  readonly read: () => AsyncIterable<Uint8Array>;
  /** It was handed out whole, and is deleted. */
  readonly left: () => Promise<void>;
};

/**
 * Where the one file of a session's recording is made, for each person their own. It is in the log before it is begun, and
 * only what is agreed to is in it: where a consent is taken back, what is being made ends, and what was made is deleted.
 * Rules RCD2, RCD8.
 */
export type RecordingDesk = {
  readonly statusOf: (session: SessionRecord, reader: Reviewer) => Promise<Reply<RecordingExportStatus>>;
  readonly begin: (session: SessionRecord, reader: Reviewer) => Promise<Reply<RecordingExportStatus>>;
  readonly end: (session: SessionRecord, reader: Reviewer) => Promise<void>;
  readonly open: (session: SessionRecord, reader: Reviewer) => Promise<Reply<LeavingFile>>;
  readonly mapOf: (session: SessionRecord, reader: Reviewer) => Promise<Reply<RecordingMap>>;
  /** Ends and deletes everything. Safe to call twice. */
  readonly close: () => Promise<void>;
};

export type RecordingDeskPorts = {
  readonly rooms: Pick<SessionRooms, 'open' | 'left' | 'stateOf'>;
  readonly recordings: Pick<RecordingStore, 'list'>;
  readonly clinic: Pick<Clinic, 'card'>;
  /** Undefined where there is no ffmpeg. */
  readonly makeFile: MakeFile | undefined;
  readonly time: Pick<Time, 'callAfter'>;
  readonly report: (error: unknown) => void;
};

/** How often it is looked whether the consents still stand, in ms, while a file is being made or handed out. */
const LOOK_EVERY_MS = 2_000;

/** How long a file that nobody fetches is kept, in ms. */
const KEPT_FOR_MS = 3_600_000;

const NOT_CLOSED = fail('not-now', 'This session is not over yet.');
const NOT_MADE = fail('not-found', 'There is no such file: it has not been made, or was handed out and deleted.');
const WITHDRAWN = fail('not-allowed', 'The consent to this recording was taken back. The file is deleted.');

type Job = {
  readonly file: RecordingFile;
  readonly fileName: string;
  readonly stop: AbortController;
  doneMs: number;
  made: MadeFile | undefined;
  failed: 'withdrawn' | 'fault' | undefined;
  /** How often it is being read now. */
  readers: number;
  cancels: (() => void)[];
};

export function createRecordingDesk(ports: RecordingDeskPorts): RecordingDesk {
  const { rooms, recordings, clinic, makeFile, time, report } = ports;
  const jobs = new Map<string, Job>();
  const ending = new Set<Promise<void>>();
  /** One file at a time: they cost processor and disk. */
  let turn: Promise<void> = Promise.resolve();
  let isClosed = false;

  const keyOf = ({ sessionId }: SessionRecord, { participantId }: { readonly participantId: ParticipantId }) =>
    `${sessionId} ${participantId}`;

  /** What may be handed out now, or why nothing. */
  async function offer(state: SessionState, sessionId: SessionId) {
    if (state.recording.stretches.length === 0) return { refused: 'nothing-recorded' } as const;
    if (tracksToExport(state).length === 0) return { refused: 'no-consent' } as const;
    if (makeFile === undefined) return { refused: 'no-ffmpeg' } as const;
    const parts = await recordings.list(sessionId);
    const file = recordingFileOf(parts, state);
    return file === undefined ? ({ refused: 'erased' } as const) : { file, makeFile };
  }

  async function readable(session: SessionRecord, reader: Reviewer): Promise<Reply<SessionState>> {
    const state = await rooms.stateOf(session.sessionId);
    if (state === undefined) return NOT_CLOSED;
    const checked = checkReader(state, reader);
    return checked.ok ? ok(state) : checked;
  }

  async function run(session: SessionRecord, job: Job, make: MakeFile) {
    const isStopped = () => job.stop.signal.aborted;
    if (isStopped()) return;
    watch(session.sessionId, job);
    try {
      job.made = await make(session.sessionId, job.file, {
        onProgress: (doneMs) => (job.doneMs = doneMs),
        signal: job.stop.signal,
      });
      if (isStopped()) await drop(job);
      else job.cancels.push(time.callAfter(KEPT_FOR_MS, () => void forget(job)));
    } catch (error) {
      if (isStopped()) return;
      job.failed = 'fault';
      report(error);
    }
  }

  /** Looks at the consents for as long as anything of the file moves. */
  function watch(sessionId: SessionId, job: Job) {
    const look = async () => {
      const isMoving = job.made === undefined ? job.failed === undefined : job.readers > 0;
      if (job.stop.signal.aborted || !isMoving) return;
      if (!(await isAgreed(sessionId, job))) await withdraw(job);
      else job.cancels.push(time.callAfter(LOOK_EVERY_MS, () => void look().catch(report)));
    };
    void look().catch(report);
  }

  async function isAgreed(sessionId: SessionId, { file }: Job): Promise<boolean> {
    const state = await rooms.stateOf(sessionId);
    const agreed = state === undefined ? [] : tracksToExport(state);
    return file.tracks.every(({ track }) => agreed.includes(track));
  }

  async function withdraw(job: Job) {
    job.failed = 'withdrawn';
    await drop(job);
  }

  async function drop(job: Job) {
    job.stop.abort();
    for (const cancel of job.cancels.splice(0)) cancel();
    await job.made?.drop();
  }

  async function forget(job: Job) {
    for (const [key, one] of jobs) if (one === job) jobs.delete(key);
    const dropping = drop(job).catch(report);
    ending.add(dropping);
    await dropping.finally(() => ending.delete(dropping));
  }

  function statusOfJob({ failed, made, fileName, doneMs, file }: Job): RecordingExportStatus {
    if (failed !== undefined) return { is: 'failed', why: failed };
    if (made !== undefined) return { is: 'ready', fileName, bytes: made.bytes };
    return { is: 'making', share: file.durationMs === 0 ? 0 : Math.min(1, doneMs / file.durationMs) };
  }

  async function* guarded(session: SessionRecord, job: Job, made: MadeFile): AsyncGenerator<Uint8Array> {
    job.readers += 1;
    watch(session.sessionId, job);
    try {
      for await (const bytes of made.read()) {
        job.stop.signal.throwIfAborted();
        yield bytes;
      }
    } finally {
      job.readers -= 1;
    }
  }

  return {
    async statusOf(session, reader) {
      const state = await readable(session, reader);
      if (!state.ok) return state;
      const job = jobs.get(keyOf(session, reader));
      if (job !== undefined) return ok(statusOfJob(job));
      const offered = await offer(state.value, session.sessionId);
      if ('refused' in offered) return ok({ is: 'refused', why: offered.refused });
      const purposes = new Set(state.value.recording.consents.flatMap((consent) => consent.purposes));
      return ok({ is: 'none', tracks: offered.file.tracks.map(({ track }) => track), purposes: [...purposes] });
    },

    async begin(session, reader) {
      const state = await readable(session, reader);
      if (!state.ok) return state;
      const known = jobs.get(keyOf(session, reader));
      if (known !== undefined && known.failed === undefined) return ok(statusOfJob(known));
      const offered = await offer(state.value, session.sessionId);
      if ('refused' in offered) return ok({ is: 'refused', why: offered.refused });
      const noted = await note(session, reader);
      if (!noted.ok) return noted;
      const { timeZone } = await clinic.card();
      if (isClosed) return NOT_MADE;
      // Asked for twice at once, it is made once.
      const meanwhile = jobs.get(keyOf(session, reader));
      if (meanwhile !== undefined && meanwhile !== known) return ok(statusOfJob(meanwhile));
      const fileName = recordingFileName({ sessionId: session.sessionId, state: state.value, timeZone });
      const { file, makeFile: make } = offered;
      const job: Job = {
        file,
        fileName,
        stop: new AbortController(),
        doneMs: 0,
        made: undefined,
        failed: undefined,
        readers: 0,
        cancels: [],
      };
      jobs.set(keyOf(session, reader), job);
      turn = turn.then(() => run(session, job, make));
      return ok(statusOfJob(job));
    },

    async end(session, reader) {
      const job = jobs.get(keyOf(session, reader));
      if (job !== undefined) await forget(job);
    },

    async open(session, reader) {
      const state = await readable(session, reader);
      if (!state.ok) return state;
      const job = jobs.get(keyOf(session, reader));
      if (job?.failed === 'withdrawn') return WITHDRAWN;
      const made = job?.made;
      if (job === undefined || made === undefined) return NOT_MADE;
      if (!(await isAgreed(session.sessionId, job))) {
        await withdraw(job);
        return WITHDRAWN;
      }
      const { fileName } = job;
      return ok({
        fileName,
        bytes: made.bytes,
        read: () => guarded(session, job, made),
        left: () => forget(job),
      });
    },

    async mapOf(session, reader) {
      const state = await readable(session, reader);
      if (!state.ok) return state;
      const offered = await offer(state.value, session.sessionId);
      if ('refused' in offered) return NOT_MADE;
      const { timeZone } = await clinic.card();
      return ok(recordingMap(offered.file, { sessionId: session.sessionId, state: state.value, timeZone }));
    },

    async close() {
      isClosed = true;
      const all = [...jobs.values()];
      jobs.clear();
      await Promise.all(all.map(drop));
      await turn;
      await Promise.all(ending);
    },
  };

  /** In the log before anything is made of it. */
  async function note(session: SessionRecord, reader: Reviewer): Promise<Reply<unknown>> {
    const room = await rooms.open(session);
    try {
      return await room.actor.apply((state) => {
        const may = checkReader(state, reader);
        return may.ok ? ok(exportFacts(state, reader, 'recording')) : may;
      });
    } finally {
      rooms.left(room);
    }
  }
}
