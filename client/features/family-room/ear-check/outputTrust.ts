import type { LiveSession } from '#client/api/liveSession.ts';
import { findParticipant, isEarChecked } from '#shared/session/sessionState.ts';

/** How long to wait, in ms, before the log is told again what it did not take. */
const TELL_AGAIN_MS = 2_000;

type OutputTrustParts = {
  readonly live: Pick<LiveSession, 'ask' | 'getSnapshot' | 'onJoined'>;
  /** Nothing may sound in the ear from this moment. */
  readonly hold: () => void;
  readonly release: () => void;
  /** The earphones are others now: a check that runs is over. */
  readonly onChanged: () => void;
};

type OutputTrust = {
  /** Sound may leave by another output than the one that was checked. */
  readonly doubt: () => void;
  /** What the doubt came to. */
  readonly settle: (changed: boolean) => void;
  readonly close: () => void;
};

/**
 * Keeps the ear silent while it is not certain that sound leaves by the output that was checked: after a sign of another one,
 * until the log knows that the check no longer holds; and on a page that just opened, since nobody knows what was plugged in or
 * out while it was gone. A page that joins again after a lost connection keeps its check. Rule EAR1.
 */
export function openOutputTrust({ live, hold, release, onChanged }: OutputTrustParts): OutputTrust {
  let isNew = true;
  let isSettling = false;
  let isUntold = false;
  let isClosed = false;
  let telling: ReturnType<typeof setTimeout> | undefined;

  function releaseIfSure() {
    if (!isNew && !isSettling && !isUntold) release();
  }

  async function tell() {
    clearTimeout(telling);
    if (isUntold) {
      const isTold = hasEarphones(live) && (await live.ask('ear-check:devices-changed', {})).ok;
      if (isClosed) return;
      if (isTold) isUntold = false;
      else telling = setTimeout(() => void tell(), TELL_AGAIN_MS);
    }
    releaseIfSure();
  }

  const stopListening = live.onJoined(() => {
    if (isNew) isUntold = isChecked(live);
    isNew = false;
    void tell();
  });
  hold();

  return {
    doubt() {
      isSettling = true;
      hold();
    },
    settle(changed) {
      isSettling = false;
      if (changed && hasEarphones(live)) {
        isUntold = true;
        onChanged();
      }
      void tell();
    },
    close() {
      isClosed = true;
      clearTimeout(telling);
      stopListening();
    },
  };
}

function hasEarphones({ getSnapshot }: Pick<LiveSession, 'getSnapshot'>): boolean {
  const part = getSnapshot().self?.part;
  return part === 'ear' || part === 'combined';
}

function isChecked({ getSnapshot }: Pick<LiveSession, 'getSnapshot'>): boolean {
  const { self, session } = getSnapshot();
  const me = self && findParticipant(session, self.participantId);
  return me !== undefined && isEarChecked(me);
}
