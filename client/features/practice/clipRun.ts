type ClipView = {
  readonly isPlaying: boolean;
  readonly isOver: boolean;
  readonly isBroken: boolean;
  /** For display only. Codes are timed by `now`. */
  readonly atMs: number;
  readonly isSlow: boolean;
  readonly hasCaptions: boolean;
};

/** A playing clip: its state and what its buttons do. */
export type ClipRun = {
  /** Takes the element that plays it. Returns a detach function. */
  readonly attach: (element: HTMLVideoElement) => () => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => ClipView;
  readonly now: () => number;
  readonly playOrPause: () => void;
  readonly playFrom: (ms: number) => void;
  readonly toggleSlow: () => void;
  readonly toggleCaptions: () => void;
};

const SLOW_RATE = 0.75;
const EVENTS = ['play', 'pause', 'ended', 'timeupdate', 'seeked', 'error'] as const;

export function createClipRun(): ClipRun {
  const listeners = new Set<() => void>();
  let video: HTMLVideoElement | undefined;
  let view: ClipView = {
    ...{ isPlaying: false, isOver: false, isBroken: false },
    ...{ atMs: 0, isSlow: false, hasCaptions: false },
  };

  function show(change: Partial<ClipView>) {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  }

  const now = () => Math.round((video?.currentTime ?? 0) * 1_000);

  function look() {
    if (video === undefined) return;
    const { paused, ended, error } = video;
    show({ isPlaying: !paused && !ended, isOver: ended, isBroken: error !== null, atMs: now() });
  }

  function play() {
    // If the browser blocks playing, it fires `error` or stays paused, and the button says Play again.
    video?.play().catch(() => undefined);
  }

  return {
    attach(element) {
      video = element;
      for (const event of EVENTS) element.addEventListener(event, look);
      return () => {
        for (const event of EVENTS) element.removeEventListener(event, look);
        video = undefined;
      };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => view,
    now,
    playOrPause() {
      if (view.isPlaying) video?.pause();
      else play();
    },
    playFrom(ms) {
      if (video !== undefined) video.currentTime = Math.max(0, ms) / 1_000;
      play();
    },
    toggleSlow() {
      show({ isSlow: !view.isSlow });
      if (video !== undefined) video.playbackRate = view.isSlow ? SLOW_RATE : 1;
    },
    toggleCaptions() {
      show({ hasCaptions: !view.hasCaptions });
      const track = video?.textTracks[0];
      if (track !== undefined) track.mode = view.hasCaptions ? 'showing' : 'hidden';
    },
  };
}
