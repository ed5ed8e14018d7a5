import type { MediaDevice } from '#client/media/capture.ts';
import { type PlayingTrack, playTrack } from '#client/media/playTrack.ts';
import type { LiveTrack } from './liveMedia.ts';

type RoomSounds = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => readonly Pick<LiveTrack, 'kind' | 'mediaStreamTrack'>[];
};

type RoomSoundsOptions = {
  readonly sinkId: string | undefined;
  /** The outputs. Undefined if the browser does not list them. */
  readonly outputs: Outputs | undefined;
  readonly onOutputBack: () => void;
  readonly remember: (outputDeviceId: string) => void;
};

type Outputs = {
  readonly list: () => Promise<readonly MediaDevice[]>;
  /** Calls back when a device was plugged in or removed. Returns a stop function. */
  readonly onChange: (listener: () => void) => () => void;
};

/**
 * Plays every sound that reaches this screen through the chosen output and no other: if it is unplugged, there is
 * silence until it is back or another is chosen.
 */
export function openRoomSounds(heard: RoomSounds, { sinkId, outputs, onOutputBack, remember }: RoomSoundsOptions) {
  const listeners = new Set<() => void>();
  let through = sinkId;
  let isClosed = false;
  let isOutputGone = false;
  let waiting: AbortController | undefined;
  const playing = new Map<MediaStreamTrack, PlayingTrack>();

  function follow() {
    const sounds = heard.getSnapshot().filter(({ kind }) => kind === 'audio');
    const wanted = new Set(sounds.map(({ mediaStreamTrack }) => mediaStreamTrack));
    for (const [track, player] of playing) {
      if (wanted.has(track)) continue;
      player.close();
      playing.delete(track);
    }
    if (isOutputGone) return;
    for (const track of wanted) {
      if (!playing.has(track))
        playing.set(track, playTrack(track, { sinkId: through, onOutputGone: loseOutput, onBlocked: waitForClick }));
    }
  }

  function stopAll() {
    waiting?.abort();
    waiting = undefined;
    for (const player of playing.values()) player.close();
    playing.clear();
  }

  function loseOutput() {
    if (isOutputGone) return;
    stopAll();
    setGone(true);
  }

  function setGone(isGone: boolean) {
    isOutputGone = isGone;
    for (const listener of listeners) listener();
  }

  async function lookForOutput({ list }: Outputs) {
    const present = await list().catch(() => undefined);
    if (isClosed || through === undefined || present === undefined) return;
    if (!present.some(({ id }) => id === through)) {
      loseOutput();
    } else if (isOutputGone) {
      setGone(false);
      follow();
      onOutputBack();
    }
  }

  /** Some browsers play nothing before a click or key press on the page. */
  function waitForClick() {
    if (waiting !== undefined || isOutputGone) return;
    const { signal } = (waiting = new AbortController());
    const resume = () => {
      waiting?.abort();
      waiting = undefined;
      for (const player of playing.values()) player.resume();
    };
    window.addEventListener('pointerdown', resume, { signal });
    window.addEventListener('keydown', resume, { signal });
  }

  const unsubscribe = heard.subscribe(follow);
  const stopLooking = outputs?.onChange(() => void lookForOutput(outputs));
  follow();
  return {
    /** Whether sound is heard here: the browser plays it, and its output exists. */
    isAudible: () => !isOutputGone && waiting === undefined,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    getSnapshot: () => isOutputGone,
    list: async () => (await outputs?.list()) ?? [],
    choose: (outputDeviceId: string) => {
      if (isClosed) return;
      through = outputDeviceId;
      remember(outputDeviceId);
      stopAll();
      setGone(false);
      follow();
    },
    /** Safe to call twice. */
    close: () => {
      isClosed = true;
      unsubscribe();
      stopLooking?.();
      stopAll();
      listeners.clear();
    },
  };
}
