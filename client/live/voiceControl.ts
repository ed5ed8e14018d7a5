import type { Ask } from '#client/api/ask.ts';
import { createBackoff } from '#client/api/backoff.ts';
import { isFinal } from '#shared/protocol/reply.ts';

/** State of one's own voice: `opening` until the server accepts. `latched` stays open without a held key. */
export type VoiceState = {
  readonly is: 'closed' | 'opening' | 'open';
  readonly latched: boolean;
  /** Why the last attempt to open it failed, in the server's words. */
  readonly refusal: string | undefined;
};

export type VoiceControl = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => VoiceState;
  /** Opens the voice until `release`. */
  readonly hold: () => void;
  readonly release: () => void;
  /** Opens the voice and leaves it open, or closes it if it is open. */
  readonly latch: () => void;
  /** Closes the voice however it was opened: the phase changed, the page was hidden, or the connection was lost. */
  readonly cut: () => void;
};

type VoiceParts = {
  readonly ask: Ask;
  /** From 0 up to, but not including, 1. */
  readonly random?: () => number;
  /** Opens or closes the microphone for others. */
  readonly setVoiceEnabled: (enabled: boolean) => void;
};

/** If the connection is lost for longer, the server closes the voice. */
const MAX_TRIES = 20;

const CLOSED: VoiceState = { is: 'closed', latched: false, refusal: undefined };

/**
 * Opens and closes one's own voice. The microphone opens immediately, so that no first word is lost, but the media
 * server passes it on only after the log has it. After any error it is closed here first.
 */
export function createVoiceControl({ ask, setVoiceEnabled, random = Math.random }: VoiceParts): VoiceControl {
  const listeners = new Set<() => void>();
  let state = CLOSED;
  let attempt = 0;

  function show(change: Partial<VoiceState>) {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  async function open(latched: boolean) {
    const mine = (attempt += 1);
    setVoiceEnabled(true);
    show({ is: 'opening', latched, refusal: undefined });
    const reply = await ask('voice:open', {});
    if (mine !== attempt) return;
    if (reply.ok) {
      show({ is: 'open' });
    } else {
      setVoiceEnabled(false);
      show({ ...CLOSED, refusal: reply.error.message });
      // The answer may have been lost while the voice is open.
      if (!isFinal(reply.error.code)) void reportClosed(mine);
    }
  }

  function shut() {
    setVoiceEnabled(false);
    if (state.is === 'closed') return;
    attempt += 1;
    show({ is: 'closed', latched: false });
    void reportClosed(attempt);
  }

  /**
   * Reports that the voice is closed until the server has it. Otherwise the family would read that the coach speaks.
   */
  async function reportClosed(mine: number): Promise<void> {
    const again = createBackoff(random);
    for (let tries = 0; tries < MAX_TRIES && mine === attempt; tries += 1) {
      const reply = await ask('voice:close', {});
      if (reply.ok || isFinal(reply.error.code)) return;
      await new Promise((resolve) => setTimeout(resolve, again.next()));
    }
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => state,
    hold() {
      if (state.is === 'closed') void open(false);
    },
    release() {
      if (!state.latched) shut();
    },
    latch() {
      if (state.is === 'closed') void open(true);
      else if (state.latched) shut();
      else show({ latched: true });
    },
    cut: shut,
  };
}
