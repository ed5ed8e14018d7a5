import type { MediaDevice } from '#client/media/capture.ts';
import { type PlayingTrack, playTrack } from '#client/media/playTrack.ts';
import type { LiveTrack } from './liveMedia.ts';

type RoomSounds = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => readonly Pick<LiveTrack, 'kind' | 'mediaStreamTrack'>[];
};

type RoomSoundsOptions = {
  readonly sinkId: string | undefined;
  /** What sound can leave by. Undefined where the browser tells nobody. */
  readonly outputs: Outputs | undefined;
  readonly onOutputBack: () => void;
  /** Keeps the choice for the next session. */
  readonly remember: (outputDeviceId: string) => void;
};

type Outputs = {
  readonly list: () => Promise<readonly MediaDevice[]>;
  /** Calls back when something was plugged in or pulled out. Returns how to stop. */
  readonly onChange: (listener: () => void) => () => void;
};

/**
 * Plays every sound that reaches this screen, each for as long as it does, through the output that was chosen and no other:
 * where that one is pulled out there is silence until it is back, or another is chosen.
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

  /** Some browsers play nothing before the page was clicked or typed on. */
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
    /** Whether what reaches this screen can be heard: the browser plays it, and its output is there. */
    isAudible: () => !isOutputGone && waiting === undefined,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    /** Whether the output that was chosen is gone, so that nothing is heard. */
    getSnapshot: () => isOutputGone,
    /** The outputs to choose from. */
    list: async () => (await outputs?.list()) ?? [],
    /** Plays through another output from now on. */
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
