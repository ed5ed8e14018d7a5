import type { RecordingPurpose } from '#shared/domain/recording/recordedTracks.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { isStillAgreedTo, type RecordingFile } from '#shared/session/recording/recordingFile.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import { type ConsentPorts, mayLeave } from './mayLeave.ts';
import type { Time } from '#server/time/time.ts';
import type { FactLog } from '#server/storage/factLog.ts';

export const LOOK_EVERY_MS = 2_000;

/** Why a file may not be made or sent anymore: a consent was withdrawn, or the check failed. */
export type Unagreed = 'withdrawn' | 'unchecked';

type ConsentWatch = {
  /** Checks now. Undefined if everything in the file is agreed to. Never rejects. */
  readonly look: () => Promise<Unagreed | undefined>;
  /** Safe to call twice. */
  readonly end: () => void;
};

export type ConsentWatchPorts = ConsentPorts & {
  readonly log: Pick<FactLog, 'read'>;
  readonly time: Pick<Time, 'callAfter'>;
  readonly report: (error: unknown) => void;
};

type Watched = {
  readonly session: Pick<SessionRecord, 'sessionId' | 'familyId' | 'caregivers'>;
  readonly purpose: RecordingPurpose;
  readonly file: RecordingFile;
  /** The session as it was when the file was requested. The log is only asked for later facts. */
  readonly state: SessionState;
};

/** Checks every two seconds, until a consent is withdrawn or a check fails; then calls `onUnagreed` once. Rule RCD8. */
export function watchConsents(
  { log, time, consents, report }: ConsentWatchPorts,
  { session, purpose, file, state }: Watched,
  onUnagreed: (why: Unagreed) => Promise<void>,
): ConsentWatch {
  let known = state;
  let unagreed: Unagreed | undefined;
  let isEnded = false;
  let cancel: () => void = () => undefined;

  function end() {
    isEnded = true;
    cancel();
  }

  async function check(): Promise<Unagreed | undefined> {
    try {
      known = foldFacts(await log.read(session.sessionId, known.seq), known);
      const leaves = await mayLeave({ consents }, session, known, purpose);
      const isAllowed = file.tracks.every(({ track, runs }) => runs.every(({ partId }) => leaves({ partId, track })));
      return isAllowed && isStillAgreedTo(file, known) ? undefined : 'withdrawn';
    } catch (error) {
      report(error);
      return 'unchecked';
    }
  }

  async function look(): Promise<Unagreed | undefined> {
    const found = await check();
    if (unagreed !== undefined || found === undefined) return unagreed;
    unagreed = found;
    end();
    await onUnagreed(found).catch(report);
    return unagreed;
  }

  async function keepLooking(): Promise<void> {
    await look();
    if (!isEnded) cancel = time.callAfter(LOOK_EVERY_MS, () => void keepLooking());
  }

  void keepLooking();
  return { look, end };
}
