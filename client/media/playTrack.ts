export type PlayOptions = {
  /** The loudspeaker or earphone to play through. Default: the system's. */
  readonly sinkId?: string | undefined;
  readonly muted?: boolean;
  /** The browser requires a click before it plays. `resume` starts playing. */
  readonly onBlocked?: () => void;
  /** The chosen output is gone, and nothing is played: silence is better than a whisper from the loudspeaker. */
  readonly onOutputGone?: () => void;
  /** The system paused playback, as phones do when earphones are pulled out. `resume` continues it. */
  readonly onPaused?: () => void;
};

export type PlayingTrack = {
  /** Tries again to play what the browser blocked. Call it in a click handler. */
  readonly resume: () => void;
  /** Switches the sound to another output. False if that output is gone or the browser allows no choice. */
  readonly setSink: (sinkId: string) => Promise<boolean>;
  /** From 0 to 1. iPhones ignore it and use their volume buttons. */
  readonly setVolume: (volume: number) => void;
  /** Safe to call twice. */
  readonly close: () => void;
};

/** Plays one audio track. The caller still owns the track. */
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
      return false; // the output is gone or not allowed
    }
  }

  // Set the output before the sound: a whisper must not start on the loudspeaker.
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
