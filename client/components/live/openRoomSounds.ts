import { type PlayingTrack, playTrack } from '#client/media/playTrack.ts';
import type { LiveTrack } from './liveMedia.ts';

type RoomSounds = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => readonly LiveTrack[];
};

type RoomSoundsOptions = {
  readonly sinkId: string | undefined;
  readonly onOutputGone: () => void;
};

/** Plays every sound that reaches this screen, each for as long as it does. */
export function openRoomSounds(heard: RoomSounds, { sinkId, onOutputGone }: RoomSoundsOptions) {
  let isMute = false;
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
    isMute = true;
    onOutputGone();
  }

  /** Some browsers play nothing before the page was clicked or typed on. */
  function waitForClick() {
    isMute = true;
    const resume = () => {
      isMute = false;
      for (const player of playing.values()) player.resume();
    };
    window.addEventListener('pointerdown', resume, { once: true });
    window.addEventListener('keydown', resume, { once: true });
  }

  const unsubscribe = heard.subscribe(follow);
  follow();
  return {
    /** Whether what reaches this screen can be heard: the browser plays it, and its output is there. */
    isAudible: () => !isMute,
    /** Safe to call twice. */
    close: () => {
      unsubscribe();
      for (const player of playing.values()) player.close();
      playing.clear();
    },
  };
}
