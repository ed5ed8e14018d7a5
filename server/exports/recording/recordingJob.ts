import type { RecordingPurpose } from '#shared/domain/recording/recordedTracks.ts';
import type { RecordingExportStatus } from '#shared/protocol/recordingExport.ts';
import type { RecordingFile } from '#shared/session/recording/recordingFile.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import { type ConsentWatchPorts, type Unagreed, watchConsents } from './consentWatch.ts';
import type { MadeFile, MakeFile } from './recordingFiles.ts';

/** How long a file that nobody downloads is kept, in ms. */
export const KEPT_FOR_MS = 3_600_000;

/** One file of a recording that a person asked for: waiting, in the making, ready or failed. */
export type RecordingJob = {
  readonly sessionId: SessionId;
  readonly fileName: string;
  readonly file: RecordingFile;
  readonly status: () => RecordingExportStatus;
  /** Makes the file. Never rejects. */
  readonly run: () => Promise<void>;
  /** The file, if made and still agreed to, or why there is none. Reading it throws once the file is dropped. */
  readonly open: () => Promise<MadeFile | Unagreed | 'not-made'>;
  /** Stops what is being made, and deletes what was made. Safe to call twice. */
  readonly drop: () => Promise<void>;
};

type Asked = {
  readonly session: Pick<SessionRecord, 'sessionId' | 'familyId' | 'caregivers'>;
  readonly purpose: RecordingPurpose;
  readonly state: SessionState;
  readonly file: RecordingFile;
  readonly fileName: string;
};

type Ports = ConsentWatchPorts & { readonly make: MakeFile; readonly onExpired: () => void };

/** The consents are watched from now on, as long as any of the file exists. Rule RCD8. */
export function createRecordingJob({ session, purpose, state, file, fileName }: Asked, ports: Ports): RecordingJob {
  const { make, time, report, onExpired } = ports;
  const stop = new AbortController();
  const isStopped = () => stop.signal.aborted;
  let status: RecordingExportStatus = { is: 'making', share: 0 };
  let made: MadeFile | undefined;
  let cancelExpiry: () => void = () => undefined;

  const watch = watchConsents(ports, { session, purpose, file, state }, async (why) => {
    status = { is: 'failed', why };
    await drop();
  });

  async function drop() {
    stop.abort();
    watch.end();
    cancelExpiry();
    await made?.drop();
  }

  function tellProgress(doneMs: number) {
    if (isStopped()) return;
    status = { is: 'making', share: file.durationMs === 0 ? 0 : Math.min(1, doneMs / file.durationMs) };
  }

  async function* readWhileAgreed(from: MadeFile): AsyncGenerator<Uint8Array> {
    for await (const bytes of from.read()) {
      stop.signal.throwIfAborted();
      yield bytes;
    }
  }

  return {
    sessionId: session.sessionId,
    fileName,
    file,
    status: () => status,

    async run() {
      if (isStopped()) return;
      try {
        made = await make(session.sessionId, file, { onProgress: tellProgress, signal: stop.signal });
        if (isStopped()) {
          await made.drop();
          return;
        }
        status = { is: 'ready', fileName, bytes: made.bytes };
        cancelExpiry = time.callAfter(KEPT_FOR_MS, onExpired);
      } catch (error) {
        // A file that is stopped in the middle also rejects.
        if (isStopped()) return;
        watch.end();
        status = { is: 'failed', why: 'fault' };
        report(error);
      }
    },

    async open() {
      const unagreed = await watch.look();
      if (unagreed !== undefined) return unagreed;
      if (made === undefined || isStopped()) return 'not-made';
      const whole = made;
      return { ...whole, read: () => readWhileAgreed(whole) };
    },

    drop,
  };
}
