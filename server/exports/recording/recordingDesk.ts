import { RECORDING_PURPOSES, type RecordingPurpose } from '#shared/domain/recording/recordedTracks.ts';
import type { ParticipantId, SessionId } from '#shared/protocol/ids.ts';
import type { RecordingExportStatus, RecordingMap } from '#shared/protocol/recordingExport.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import { recordingFileName } from '#shared/exports/exportTable.ts';
import { recordingMap } from '#shared/exports/recordingMap.ts';
import { type RecordingFile, recordingFileOf, tracksToExport } from '#shared/session/recording/recordingFile.ts';
import type { Reviewer } from '#shared/session/review/checkReviewEntry.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import type { Clinic } from '#server/clinic/clinic.ts';
import type { RecordingStore } from '#server/recording/recordingStore.ts';
import type { SessionRooms } from '#server/rooms/sessionRooms.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import { checkReader, noteExport } from '../exportDesk.ts';
import type { ConsentWatchPorts } from './consentWatch.ts';
import { mayLeave } from './mayLeave.ts';
import type { MakeFile } from './recordingFiles.ts';
import { createRecordingJob, type RecordingJob } from './recordingJob.ts';

type LeavingFile = {
  readonly fileName: string;
  readonly bytes: number;
  /** Throws in the middle if a consent is withdrawn. */
  readonly read: () => AsyncIterable<Uint8Array>;
  /** Call it when the whole file was sent; the file is then deleted. */
  readonly deliveredWhole: () => Promise<void>;
};

/** One file of a recording for each person, logged first. A withdrawn consent stops or deletes it. Rules RCD2, RCD8. */
export type RecordingDesk = {
  readonly statusOf: (session: SessionRecord, reader: Reviewer) => Promise<Reply<RecordingExportStatus>>;
  readonly begin: (
    session: SessionRecord,
    reader: Reviewer,
    purpose: RecordingPurpose,
  ) => Promise<Reply<RecordingExportStatus>>;
  readonly end: (session: SessionRecord, reader: Reviewer) => Promise<void>;
  readonly open: (session: SessionRecord, reader: Reviewer) => Promise<Reply<LeavingFile>>;
  readonly mapOf: (session: SessionRecord, reader: Reviewer) => Promise<Reply<RecordingMap>>;
  /** How many files of these sessions are being made. Rule ERA2. */
  readonly countMaking: (sessions: ReadonlySet<SessionId>) => number;
  /** Stops and deletes the files of sessions that are being erased. Rule ERA3. */
  readonly forget: (sessions: ReadonlySet<SessionId>) => Promise<void>;
  /** Stops and deletes everything. Safe to call twice. */
  readonly close: () => Promise<void>;
};

type RecordingDeskPorts = ConsentWatchPorts & {
  readonly rooms: Pick<SessionRooms, 'stateOf' | 'write'>;
  readonly recordings: Pick<RecordingStore, 'list'>;
  readonly clinic: Pick<Clinic, 'card'>;
  /** Undefined without ffmpeg. */
  readonly makeFile: MakeFile | undefined;
};

const NOT_CLOSED = fail('not-now', 'This session is not over yet.');
const NOT_MADE = fail('not-found', 'There is no such file. It was never created, or it was downloaded and deleted.');
const NOT_AGREED = fail('not-allowed', 'The people in this recording did not agree to that purpose.');
const WITHDRAWN = fail('not-allowed', 'The consent to this recording was withdrawn, so the file was deleted.');
const UNCHECKED = fail(
  'not-now',
  'The server could not check whether the consent to this recording is still valid, so the file was deleted. Create it again.',
);

export function createRecordingDesk(ports: RecordingDeskPorts): RecordingDesk {
  const { rooms, recordings, clinic, makeFile, report } = ports;
  const jobs = new Map<string, RecordingJob>();
  const ending = new Set<Promise<void>>();
  /** One file at a time, because each costs processor time and disk. */
  let turn: Promise<void> = Promise.resolve();
  let isClosed = false;

  const keyOf = ({ sessionId }: SessionRecord, { participantId }: { readonly participantId: ParticipantId }) =>
    `${sessionId} ${participantId}`;

  /** What may be sent now for each purpose, or why nothing may. */
  async function offer(state: SessionState, session: SessionRecord) {
    if (state.recording.spans.length === 0) return { refused: 'nothing-recorded' } as const;
    if (tracksToExport(state).length === 0) return { refused: 'no-consent' } as const;
    if (makeFile === undefined) return { refused: 'no-ffmpeg' } as const;
    const takes = await recordings.list(session.sessionId);
    if (recordingFileOf(takes, state) === undefined) return { refused: 'erased' } as const;
    const files = new Map<RecordingPurpose, RecordingFile>();
    for (const purpose of RECORDING_PURPOSES) {
      const file = recordingFileOf(takes, state, await mayLeave(ports, session, state, purpose));
      if (file !== undefined) files.set(purpose, file);
    }
    return files.size === 0 ? ({ refused: 'no-consent' } as const) : { files, makeFile };
  }

  async function readable(session: SessionRecord, reader: Reviewer): Promise<Reply<SessionState>> {
    const state = await rooms.stateOf(session.sessionId);
    if (state === undefined) return NOT_CLOSED;
    const checked = checkReader(state, reader);
    return checked.ok ? ok(state) : checked;
  }

  async function forget(job: RecordingJob) {
    for (const [key, one] of jobs) if (one === job) jobs.delete(key);
    const dropping = job.drop().catch(report);
    ending.add(dropping);
    await dropping.finally(() => ending.delete(dropping));
  }

  const jobsOf = (sessions: ReadonlySet<SessionId>) =>
    [...jobs.values()].filter(({ sessionId }) => sessions.has(sessionId));

  return {
    async statusOf(session, reader) {
      const state = await readable(session, reader);
      if (!state.ok) return state;
      const job = jobs.get(keyOf(session, reader));
      if (job !== undefined) return ok(job.status());
      const offered = await offer(state.value, session);
      if ('refused' in offered) return ok({ is: 'refused', why: offered.refused });
      const offers = [...offered.files].map(([purpose, { tracks }]) => {
        return { purpose, tracks: tracks.map(({ track }) => track) };
      });
      return ok({ is: 'none', offers });
    },

    async begin(session, reader, purpose) {
      const state = await readable(session, reader);
      if (!state.ok) return state;
      const known = jobs.get(keyOf(session, reader));
      if (known !== undefined && known.status().is !== 'failed') return ok(known.status());
      const offered = await offer(state.value, session);
      if ('refused' in offered) return ok({ is: 'refused', why: offered.refused });
      const file = offered.files.get(purpose);
      if (file === undefined) return NOT_AGREED;
      // Logged before anything is made.
      const noted = await rooms.write(session, noteExport(reader, 'recording'));
      if (!noted.ok) return noted;
      const { timeZone } = await clinic.card();
      if (isClosed) return NOT_MADE;
      // Two requests at once make one file.
      const meanwhile = jobs.get(keyOf(session, reader));
      if (meanwhile !== undefined && meanwhile !== known) return ok(meanwhile.status());
      const fileName = recordingFileName({ sessionId: session.sessionId, state: state.value, timeZone });
      const job: RecordingJob = createRecordingJob(
        { session, purpose, state: state.value, file, fileName },
        { ...ports, make: offered.makeFile, onExpired: () => void forget(job) },
      );
      jobs.set(keyOf(session, reader), job);
      turn = turn.then(job.run);
      return ok(job.status());
    },

    async end(session, reader) {
      const job = jobs.get(keyOf(session, reader));
      if (job !== undefined) await forget(job);
    },

    async open(session, reader) {
      const state = await readable(session, reader);
      if (!state.ok) return state;
      const job = jobs.get(keyOf(session, reader));
      const opened = await job?.open();
      if (job === undefined || opened === undefined || opened === 'not-made') return NOT_MADE;
      if (opened === 'withdrawn') return WITHDRAWN;
      if (opened === 'unchecked') return UNCHECKED;
      const { bytes, read } = opened;
      return ok({ fileName: job.fileName, bytes, read, deliveredWhole: () => forget(job) });
    },

    async mapOf(session, reader) {
      const state = await readable(session, reader);
      if (!state.ok) return state;
      const job = jobs.get(keyOf(session, reader));
      if (job === undefined) return NOT_MADE;
      const { timeZone } = await clinic.card();
      return ok(recordingMap(job.file, { sessionId: session.sessionId, state: state.value, timeZone }));
    },

    countMaking: (sessions) => jobsOf(sessions).filter((job) => job.status().is === 'making').length,

    async forget(sessions) {
      await Promise.all(jobsOf(sessions).map(forget));
    },

    async close() {
      isClosed = true;
      const all = [...jobs.values()];
      jobs.clear();
      await Promise.all(all.map((job) => job.drop()));
      await turn;
      await Promise.all(ending);
    },
  };
}
