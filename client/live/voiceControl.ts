import type { Ask } from '#client/api/ask.ts';
import { createBackoff } from '#client/api/backoff.ts';
import { isFinal } from '#shared/protocol/reply.ts';

/** How one's own voice stands: `opening` until the server says yes. `latched` stays open without a key held. */
export type VoiceState = {
  readonly is: 'closed' | 'opening' | 'open';
  readonly latched: boolean;
  /** Why it did not open the last time it was tried, in the server's words. */
  readonly refusal: string | undefined;
};

export type VoiceControl = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => VoiceState;
  /** Opens the voice for as long as something is held, or until `release`. */
  readonly hold: () => void;
  readonly release: () => void;
  /** Opens the voice and leaves it open, or closes it when it is. */
  readonly latch: () => void;
  /** Closes the voice whatever opened it: the phase changed, the page was left, the connection went. */
  readonly cut: () => void;
};

type VoiceParts = {
  readonly ask: Ask;
  /** From 0 up to 1. */
  readonly random?: () => number;
  /** Lets the microphone's sound leave this device, or keeps it in. */
  readonly setVoiceEnabled: (enabled: boolean) => void;
};

/** A connection that is lost for longer closes the voice itself. */
const MOST_TRIES = 20;

const CLOSED: VoiceState = { is: 'closed', latched: false, refusal: undefined };

/**
 * Opens and closes one's own voice. The microphone is let out at once, so that no first word is lost, while the media
 * server lets it pass only after the log has it; whatever goes wrong, it is closed here first.
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
      // The answer may have been lost, and the voice be open.
      if (!isFinal(reply.error.code)) void tellShut(mine);
    }
  }

  function shut() {
    setVoiceEnabled(false);
    if (state.is === 'closed') return;
    attempt += 1;
    show({ is: 'closed', latched: false });
    void tellShut(attempt);
  }

  /** Says that the voice is shut until the server has it, or it is opened anew: the family would read that the coach speaks. */
  async function tellShut(mine: number): Promise<void> {
    const again = createBackoff(random);
    for (let tries = 0; tries < MOST_TRIES && mine === attempt; tries += 1) {
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
