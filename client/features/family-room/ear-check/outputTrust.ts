import type { LiveSession } from '#client/api/liveSession.ts';
import { findParticipant, isEarChecked } from '#shared/session/sessionState.ts';

/** Wait before a rejected report is sent again, in ms. */
const TELL_AGAIN_MS = 2_000;

type OutputTrustParts = {
  readonly live: Pick<LiveSession, 'ask' | 'getSnapshot' | 'onJoined'>;
  /** From now on nothing may sound in the ear. */
  readonly hold: () => void;
  readonly release: () => void;
  /** The earphones changed: a running check is aborted. */
  readonly onChanged: () => void;
};

type OutputTrust = {
  /** Sound may leave by another output than the checked one. */
  readonly doubt: () => void;
  /** Ends the doubt: whether the output changed. */
  readonly settle: (changed: boolean) => void;
  readonly close: () => void;
};

/**
 * Keeps the ear silent while the output may not be the checked one: after a sign of a change, until the log has it, and
 * on a page that just opened, because earphones may have changed before. A page that reconnects keeps its check. Rule
 * EAR1.
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
