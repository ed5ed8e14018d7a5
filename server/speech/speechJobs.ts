import { sessionTimeAt } from '#shared/domain/recording/timeMap.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { SessionId, type TakeId } from '#shared/protocol/ids.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import type { SpeechStatus } from '#shared/protocol/speech.ts';
import { isWithdrawn } from '#shared/session/recording/recordingState.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import type { ConsentDesk } from '#server/consents/consentDesk.ts';
import type { TakeReader, RecordingStore } from '#server/recording/recordingStore.ts';
import type { SessionRooms } from '#server/rooms/sessionRooms.ts';
import { type DoingJob, type DoJob, JobError, type Jobs } from '#server/jobs/jobs.ts';
import type { Records } from '#server/storage/records.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import type { TranscribedRecording, TranscribeRecording } from './transcribeRecording.ts';

/** The name, in facts, of the model that finds speech. */
const MODEL = 'silero-vad 5';
/** The most characters of one span's words in a fact. */
const LONGEST_TEXT = 1_000;

/** Transcribes the recordings of closed sessions, one after the other, and writes the result into their logs. */
export type SpeechJobs = {
  /** Transcribes what is not transcribed yet of a session. Undefined if this server cannot. */
  readonly work: DoJob | undefined;
  /**
   * Asks for a session to be transcribed. A take that is done is not done again, and asking twice is the same as asking
   * once.
   */
  readonly ask: (session: SessionRecord) => Promise<Reply<SpeechStatus>>;
  readonly statusOf: (sessionId: SessionId) => Promise<SpeechStatus>;
};

type SpeechJobsPorts = {
  readonly rooms: Pick<SessionRooms, 'stateOf' | 'write'>;
  readonly consents: Pick<ConsentDesk, 'to'>;
  readonly recordings: Pick<RecordingStore, 'open'>;
  /** Undefined without ffmpeg. */
  readonly transcribe: TranscribeRecording | undefined;
  readonly findSession: Records['findSession'];
  readonly jobs: Pick<Jobs, 'ask' | 'find'>;
};

export function createSpeechJobs(ports: SpeechJobsPorts): SpeechJobs {
  const { rooms, consents, recordings, transcribe, findSession, jobs } = ports;

  async function run(transcribe: TranscribeRecording, key: string, { signal, tell }: DoingJob): Promise<void> {
    const session = await findSession(SessionId.parse(key));
    // The family may have been erased meanwhile.
    if (session === undefined) return;
    const state = await rooms.stateOf(session.sessionId);
    const takes = await openTakes(session.sessionId, state ? untranscribedTakes(state) : []);
    const total = takes.reduce((sum, { durationMs }) => sum + durationMs, 0);
    let before = 0;
    for (const take of takes) {
      const onProgress = (heardMs: number) => tell((before + Math.min(heardMs, take.durationMs)) / total);
      if (await mayTranscribe(session, take)) await transcribeTake(session, take, transcribe, { signal, onProgress });
      before += take.durationMs;
    }
  }

  async function openTakes(sessionId: SessionId, takeIds: readonly TakeId[]): Promise<readonly TakeReader[]> {
    const takes = await Promise.all(takeIds.map((takeId) => recordings.open(sessionId, takeId)));
    return takes.map((take) => {
      if (take === undefined) throw new JobError('The recording is no longer here.');
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
    transcribe: TranscribeRecording,
    doing: { readonly signal: AbortSignal; readonly onProgress: (heardMs: number) => void },
  ): Promise<void> {
    const writesWords = (await consents.to('transcript', session)) === 'agreed';
    const heard = await transcribe(take.read(0, take.size), { ...doing, writesWords });
    if (await mayTranscribe(session, take)) await write(session, factsOf(take, heard));
  }

  async function write(session: SessionRecord, drafts: readonly FactDraft[]): Promise<void> {
    const written = await rooms.write(session, () => ok(drafts));
    if (!written.ok) throw new Error(written.error.message);
  }

  return {
    work: transcribe && ((key, doing) => run(transcribe, key, doing)),

    async ask(session) {
      const { sessionId } = session;
      const state = await rooms.stateOf(sessionId);
      if (state?.phase !== 'closed') return fail('not-now', 'This session is not over yet.');
      if (!(await isAgreed(session))) return fail('not-allowed', 'The family does not agree to the recording.');
      if (roomTakes(state).length === 0) return fail('not-now', 'No sound of the room was recorded.');
      if (untranscribedTakes(state).length === 0) return ok({ is: 'done' });
      if (transcribe === undefined)
        return fail('not-now', 'Finding speech needs ffmpeg, which is not installed on this server.');
      return ok(await jobs.ask('speech', sessionId));
    },

    async statusOf(sessionId) {
      const job = await jobs.find('speech', sessionId);
      if (job !== undefined) return job;
      const state = await rooms.stateOf(sessionId);
      const isDone = state !== undefined && roomTakes(state).length > 0 && untranscribedTakes(state).length === 0;
      return { is: isDone ? 'done' : 'none' };
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
