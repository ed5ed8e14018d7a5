import { sessionTimeAt } from '#shared/domain/recording/timeMap.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import type { TakeId, SessionId } from '#shared/protocol/ids.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import type { SpeechStatus } from '#shared/protocol/speech.ts';
import { isWithdrawn } from '#shared/session/recording/recordingState.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import type { ConsentDesk } from '#server/consents/consentDesk.ts';
import type { TakeReader, RecordingStore } from '#server/recording/recordingStore.ts';
import type { SessionRooms } from '#server/rooms/sessionRooms.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import { type TranscribedRecording, TranscriptionError, type TranscribeRecording } from './transcribeRecording.ts';

/** The name, in facts, of the model that finds speech. */
const MODEL = 'silero-vad 5';
/** The most characters of one span's words in a fact. */
const LONGEST_TEXT = 1_000;

/** Transcribes the recordings of closed sessions, one after the other, and writes the result into their logs. */
export type SpeechJobs = {
  /**
   * Asks for a session to be transcribed. A take that is done is not done again, and asking twice is the same as asking
   * once.
   */
  readonly ask: (session: SessionRecord) => Promise<Reply<SpeechStatus>>;
  readonly statusOf: (sessionId: SessionId) => Promise<SpeechStatus>;
  /** Stops what runs and forgets what waits; both can be asked for again. Safe to call twice. */
  readonly close: () => Promise<void>;
};

type SpeechJobsPorts = {
  readonly rooms: Pick<SessionRooms, 'stateOf' | 'write'>;
  readonly consents: Pick<ConsentDesk, 'to'>;
  readonly recordings: Pick<RecordingStore, 'open'>;
  /** Undefined without ffmpeg. */
  readonly transcribe: TranscribeRecording | undefined;
  readonly report: (error: unknown) => void;
};

/** A session that was asked for. `heard` is in ms of its takes, out of `total`. */
type Job = { status: SpeechStatus; heard: number; total: number };

export function createSpeechJobs({ rooms, consents, recordings, transcribe, report }: SpeechJobsPorts): SpeechJobs {
  const jobs = new Map<SessionId, Job>();
  const stopping = new AbortController();
  const isStopping = () => stopping.signal.aborted;
  let turn: Promise<void> = Promise.resolve();

  async function run(session: SessionRecord, job: Job, transcribe: TranscribeRecording): Promise<void> {
    if (isStopping()) return;
    job.status = { is: 'running', share: 0 };
    try {
      const state = await rooms.stateOf(session.sessionId);
      const takes = await openTakes(session.sessionId, state ? untranscribedTakes(state) : []);
      job.total = takes.reduce((sum, { durationMs }) => sum + durationMs, 0);
      for (const take of takes)
        if (await mayTranscribe(session, take)) await transcribeTake(session, take, job, transcribe);
      jobs.delete(session.sessionId);
    } catch (error) {
      const isOurs = error instanceof TranscriptionError;
      if (!isOurs && !isStopping()) report(error);
      const words = isOurs ? error.message : 'Something went wrong on the server.';
      job.status = { is: 'failed', words };
    }
  }

  async function openTakes(sessionId: SessionId, takeIds: readonly TakeId[]): Promise<readonly TakeReader[]> {
    const takes = await Promise.all(takeIds.map((takeId) => recordings.open(sessionId, takeId)));
    return takes.map((take) => {
      if (take === undefined) throw new TranscriptionError('The recording is no longer here.');
      return take;
    });
  }

  const isAgreed = async (session: SessionRecord) => (await consents.to('record-room', session)) !== 'against';

  /** A consent may have been withdrawn meanwhile. Rules RCD9, CNS4. */
  async function mayTranscribe(session: SessionRecord, { partId }: TakeReader): Promise<boolean> {
    const state = await rooms.stateOf(session.sessionId);
    return state !== undefined && (await isAgreed(session)) && roomTakes(state).includes(partId);
  }

  async function transcribeTake(
    session: SessionRecord,
    take: TakeReader,
    job: Job,
    transcribe: TranscribeRecording,
  ): Promise<void> {
    const before = job.heard;
    const heard = await transcribe(take.read(0, take.size), {
      signal: stopping.signal,
      writesWords: (await consents.to('transcript', session)) === 'agreed',
      onProgress: (heardMs) => tell(job, before + Math.min(heardMs, take.durationMs)),
    });
    if (await mayTranscribe(session, take)) await write(session, factsOf(take, heard));
    tell(job, before + take.durationMs);
  }

  async function write(session: SessionRecord, drafts: readonly FactDraft[]): Promise<void> {
    const written = await rooms.write(session, () => ok(drafts));
    if (!written.ok) throw new Error(written.error.message);
  }

  return {
    async ask(session) {
      const { sessionId } = session;
      const state = await rooms.stateOf(sessionId);
      if (state?.phase !== 'closed') return fail('not-now', 'This session is not over yet.');
      if (!(await isAgreed(session))) return fail('not-allowed', 'The family does not agree to the recording.');
      if (roomTakes(state).length === 0) return fail('not-now', 'No sound of the room was recorded.');
      const known = jobs.get(sessionId);
      if (known !== undefined && known.status.is !== 'failed') return ok(known.status);
      if (untranscribedTakes(state).length === 0) return ok({ is: 'done' });
      if (transcribe === undefined)
        return fail('not-now', 'Finding speech needs ffmpeg, which is not installed on this server.');
      const job: Job = { status: { is: 'waiting' }, heard: 0, total: 0 };
      jobs.set(sessionId, job);
      turn = turn.then(() => run(session, job, transcribe));
      return ok(job.status);
    },

    async statusOf(sessionId) {
      const known = jobs.get(sessionId);
      if (known !== undefined) return known.status;
      const state = await rooms.stateOf(sessionId);
      const isDone = state !== undefined && roomTakes(state).length > 0 && untranscribedTakes(state).length === 0;
      return { is: isDone ? 'done' : 'none' };
    },

    async close() {
      stopping.abort();
      await turn;
    },
  };
}

/** The finished takes with the room's sound whose consent was not withdrawn. Rule RCD9. */
function roomTakes({ recording }: Pick<SessionState, 'recording'>): readonly TakeId[] {
  return recording.spans
    .filter((one) => one.tracks.includes('room-audio') && one.to !== undefined && !isWithdrawn(recording, one))
    .map(({ partId }) => partId);
}

/** Those that are not transcribed yet. */
function untranscribedTakes(state: Pick<SessionState, 'recording' | 'review'>): readonly TakeId[] {
  const heard = new Set(state.review.speech.map(({ partId }) => partId));
  return roomTakes(state).filter((partId) => !heard.has(partId));
}

/** Whether a session is closed and its whole recording is complete. */
export function isReadyToTranscribe({ phase, recording }: Pick<SessionState, 'phase' | 'recording'>): boolean {
  return (
    phase === 'closed' && recording.spans.every(({ to }) => to !== undefined) && roomTakes({ recording }).length > 0
  );
}

function tell(job: Job, heard: number) {
  job.heard = heard;
  job.status = { is: 'running', share: job.total === 0 ? 0 : Math.min(1, heard / job.total) };
}

/** The result for a take, in session time. */
function factsOf({ partId, timeMap }: TakeReader, { speech, engine }: TranscribedRecording): readonly FactDraft[] {
  const at = (mediaMs: number) => Math.max(0, Math.round(sessionTimeAt(timeMap, mediaMs)));
  const stretches = speech.map(({ span: [from, to] }): [number, number] => [at(from), at(to)]);
  const found: FactDraft = { type: 'speech.found', by: 'server', partId, model: MODEL, stretches };
  if (engine === undefined) return [found];
  const lines = speech.flatMap(({ span: [from, to], text = '' }) =>
    text === '' ? [] : [{ from: at(from), to: at(to), text: text.slice(0, LONGEST_TEXT) }],
  );
  return [found, { type: 'speech.transcribed', by: 'server', partId, engine: engine.slice(0, 80), lines }];
}
