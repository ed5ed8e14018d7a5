export type PlayOptions = {
  /** The loudspeaker or earphone to play through; the system's own where it is not named. */
  readonly sinkId?: string | undefined;
  readonly muted?: boolean;
  /** The browser wants a click before it plays anything. Playing starts by itself with `resume`. */
  readonly onBlocked?: () => void;
  /** The named output is gone, and nothing is played: better silence than a whisper on the loudspeaker. */
  readonly onOutputGone?: () => void;
  /** The system paused it by itself, as phones do when earphones are pulled out. It goes on with `resume`. */
  readonly onPaused?: () => void;
};

export type PlayingTrack = {
  /** Tries again what the browser refused, from within a click. */
  readonly resume: () => void;
  /** Moves the sound to another output. False where that output is gone or the browser lets nobody choose. */
  readonly setSink: (sinkId: string) => Promise<boolean>;
  /** From 0 to 1. iPhones go by their buttons and ignore it. */
  readonly setVolume: (volume: number) => void;
  /** Safe to call twice. */
  readonly close: () => void;
};

/** Plays one audio track. The track stays its owner's. */
export function playTrack(
  track: MediaStreamTrack,
  { sinkId, muted = false, onBlocked, onOutputGone, onPaused }: PlayOptions = {},
): PlayingTrack {
  const element = new Audio();
  element.srcObject = new MediaStream([track]);
  element.muted = muted;
  let closed = false;
  element.addEventListener('pause', () => {
    if (!closed) onPaused?.();
  });

  function resume() {
    element.play().catch((error: unknown) => {
      const blocked = error instanceof Error && error.name === 'NotAllowedError';
      if (blocked && !closed) onBlocked?.();
    });
  }

  async function setSink(id: string): Promise<boolean> {
    if (!('setSinkId' in element)) return false;
    try {
      await element.setSinkId(id);
      return true;
    } catch {
      return false; // that output is gone, or not allowed
    }
  }

  // First the output, then the sound: a whisper must not begin on the loudspeaker.
  async function begin() {
    const chosen = sinkId === undefined || (await setSink(sinkId));
    if (closed) return;
    if (chosen) resume();
    else onOutputGone?.();
  }

  void begin();
  return {
    resume,
    setSink,
    setVolume: (volume) => {
      element.volume = Math.min(1, Math.max(0, volume));
    },
    close() {
      closed = true;
      element.pause();
      element.srcObject = null;
    },
  };
}
