import { type PlayingTrack, playTrack } from '#client/media/playTrack.ts';
import type { LiveTrack } from './liveMedia.ts';

type RoomSounds = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => readonly Pick<LiveTrack, 'kind' | 'mediaStreamTrack'>[];
};

type RoomSoundsOptions = {
  readonly sinkId: string | undefined;
  readonly onOutputGone: () => void;
};

/** Plays every sound that reaches this screen, each for as long as it does. */
export function openRoomSounds(heard: RoomSounds, { sinkId, onOutputGone }: RoomSoundsOptions) {
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
    for (const track of wanted) {
      if (!playing.has(track))
        playing.set(track, playTrack(track, { sinkId, onOutputGone: loseOutput, onBlocked: waitForClick }));
    }
  }

  function loseOutput() {
    isOutputGone = true;
    waiting?.abort();
    onOutputGone();
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
  follow();
  return {
    /** Whether what reaches this screen can be heard: the browser plays it, and its output is there. */
    isAudible: () => !isOutputGone && waiting === undefined,
    /** Safe to call twice. */
    close: () => {
      unsubscribe();
      waiting?.abort();
      for (const player of playing.values()) player.close();
      playing.clear();
    },
  };
}
