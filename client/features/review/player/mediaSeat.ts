/** The members of a media element that a player needs. */
export type MediaElement = Pick<
  HTMLMediaElement,
  | 'src'
  | 'currentTime'
  | 'playbackRate'
  | 'paused'
  | 'load'
  | 'play'
  | 'pause'
  | 'addEventListener'
  | 'removeEventListener'
>;

/** How long a seek may take before the file is reopened, in ms: browsers sometimes never finish one. */
export const JUMP_PATIENCE_MS = 2_500;

/** Number of tries before the screen reports it. */
export const JUMP_TRIES = 3;

type Place = { readonly url: string; readonly seconds: number };

export type MediaSeat = {
  /** Goes there. Of several calls during a seek, only the last counts. */
  readonly show: (place: Place) => void;
  /** Its current or pending place. */
  readonly place: () => Place | undefined;
  readonly isSettled: () => boolean;
  readonly play: () => void;
  readonly pause: () => void;
  readonly setRate: (rate: number) => void;
  /** Detaches from the element. Safe to call twice. */
  readonly close: () => void;
};

type SeatEvents = {
  /** Called before another file opens, when the picture disappears for a moment. */
  readonly onOpening?: () => void;
  /** Called when it has reached its place. */
  readonly onSettled?: () => void;
  readonly onEnded?: () => void;
  /** Called when the last try to reach the place has failed. */
  readonly onTrouble?: () => void;
  /** Called when the browser blocks sound until somebody presses something. */
  readonly onRefused?: () => void;
};

/** Seeks a media element to places without getting stuck: each seek ends or is reported as failed. */
export function seatOf(element: MediaElement, events: SeatEvents): MediaSeat {
  let wanted: Place | undefined;
  let issued: Place | undefined;
  let openUrl: string | undefined;
  let doing: 'nothing' | 'opening' | 'jumping' = 'nothing';
  let tries = 0;
  let shouldPlay = false;
  let rate = 1;
  let patience: ReturnType<typeof setTimeout> | undefined;

  function step(): void {
    if (doing !== 'nothing' || wanted === undefined) return;
    issued = wanted;
    clearTimeout(patience);
    patience = setTimeout(retry, JUMP_PATIENCE_MS);
    if (openUrl === wanted.url) {
      doing = 'jumping';
      element.currentTime = wanted.seconds;
      return;
    }
    doing = 'opening';
    openUrl = undefined;
    events.onOpening?.();
    element.src = wanted.url;
    element.load();
  }

  function opened(): void {
    if (doing !== 'opening') return;
    openUrl = issued?.url;
    element.playbackRate = rate;
    doing = 'nothing';
    step();
  }

  function jumped(): void {
    if (doing !== 'jumping') return;
    doing = 'nothing';
    if (wanted !== issued) {
      step();
      return;
    }
    settle();
    events.onSettled?.();
  }

  function settle(): void {
    clearTimeout(patience);
    wanted = undefined;
    tries = 0;
    if (shouldPlay) start();
  }

  function retry(): void {
    if (wanted === undefined && doing === 'nothing') return;
    clearTimeout(patience);
    doing = 'nothing';
    openUrl = undefined;
    tries += 1;
    if (tries < JUMP_TRIES) {
      step();
      return;
    }
    wanted = undefined;
    tries = 0;
    events.onTrouble?.();
  }

  /** Reopens a file that stopped during playback, at the same place. */
  function broke(): void {
    wanted ??= issued && { url: issued.url, seconds: element.currentTime };
    retry();
  }

  function start(): void {
    element.playbackRate = rate;
    element.play().catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'NotAllowedError') events.onRefused?.();
    });
  }

  const ended = () => events.onEnded?.();
  const listeners = { loadedmetadata: opened, seeked: jumped, error: broke, ended } as const;
  for (const [name, listener] of Object.entries(listeners)) element.addEventListener(name, listener);

  return {
    show: (place) => {
      wanted = place;
      step();
    },
    place: () => wanted ?? (issued && { url: issued.url, seconds: element.currentTime }),
    isSettled: () => wanted === undefined,
    play: () => {
      shouldPlay = true;
      if (wanted === undefined && openUrl !== undefined && element.paused) start();
    },
    pause: () => {
      shouldPlay = false;
      if (!element.paused) element.pause();
    },
    setRate: (next) => {
      rate = next;
      if (element.playbackRate !== next) element.playbackRate = next;
    },
    close: () => {
      clearTimeout(patience);
      for (const [name, listener] of Object.entries(listeners)) element.removeEventListener(name, listener);
      element.pause();
    },
  };
}
