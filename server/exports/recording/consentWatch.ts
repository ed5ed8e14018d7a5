import type { SessionId } from '#shared/protocol/ids.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { isStillAgreedTo, type RecordingFile } from '#shared/session/recording/recordingFile.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import type { Time } from '#server/time/time.ts';
import type { FactLog } from '#server/storage/factLog.ts';

/** How often it is looked whether the consents still stand, in ms. */
export const LOOK_EVERY_MS = 2_000;

/** Why a file may not be made or handed out any more: a consent was taken back, or could not be looked up. */
export type Unagreed = 'withdrawn' | 'unchecked';

type ConsentWatch = {
  /** Looks now. Undefined where all that is in the file is agreed to. Never rejects. */
  readonly look: () => Promise<Unagreed | undefined>;
  /** Safe to call twice. */
  readonly end: () => void;
};

export type ConsentWatchPorts = {
  readonly log: Pick<FactLog, 'read'>;
  readonly time: Pick<Time, 'callAfter'>;
  readonly report: (error: unknown) => void;
};

type Watched = {
  readonly sessionId: SessionId;
  readonly file: RecordingFile;
  /** The session as it was when the file was decided on. The log is asked only for what came after it. */
  readonly state: SessionState;
};

/**
 * Looks now, and every two seconds until it is ended, whether all that is in a file is still agreed to. The first time that
 * it is not, or that this cannot be looked up, the watch ends and `onUnagreed` is called, once. Rule RCD8.
 */
export function watchConsents(
  { log, time, report }: ConsentWatchPorts,
  { sessionId, file, state }: Watched,
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
      known = foldFacts(await log.read(sessionId, known.seq), known);
      return isStillAgreedTo(file, known) ? undefined : 'withdrawn';
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
