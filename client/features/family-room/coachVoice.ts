import type { LiveSession } from '#client/api/liveSession.ts';
import { mayPlay } from './familyView.ts';
import type { FamilyMedia, NotSounding, Playing } from './familyMedia.ts';

type CoachVoiceView = {
  readonly is: 'silent' | 'playing' | NotSounding;
  /** Whether everything must be silent, because an earphone may have been pulled out. */
  readonly isHeld: boolean;
  readonly volume: number;
};

/** The coach's voice on this device, played only while the audience table allows it. */
export type CoachVoice = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly getSnapshot: () => CoachVoiceView;
  readonly setVolume: (volume: number) => void;
  /** Starts the sound again. The browser may require a tap. */
  readonly restart: () => void;
  /** Silences the voice until `release`, because an earphone may have been pulled out. */
  readonly hold: () => void;
  readonly release: () => void;
  readonly close: () => void;
};

type Sounding = { readonly track: MediaStreamTrack; readonly playing: Playing };

export function openCoachVoice(
  live: Pick<LiveSession, 'subscribe' | 'getSnapshot'>,
  media: Pick<FamilyMedia, 'subscribe' | 'getSnapshot' | 'play'>,
  /** Called when the system paused the voice: an earphone may be gone. */
  onPaused: () => void = () => undefined,
): CoachVoice {
  const listeners = new Set<() => void>();
  let view: CoachVoiceView = { is: 'silent', isHeld: false, volume: 1 };
  let sounding: Sounding | undefined;

  function show(change: Partial<CoachVoiceView>) {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  }

  function follow() {
    const wanted = wantedTrack();
    if (wanted === sounding?.track) return;
    sounding?.playing.stop();
    sounding = undefined;
    if (wanted) start(wanted);
    else show({ is: 'silent' });
  }

  function wantedTrack(): MediaStreamTrack | undefined {
    const { session, self, connection } = live.getSnapshot();
    const me = self && session.participants[self.participantId];
    // Without a connection it is unknown whether playing is still allowed.
    if (view.isHeld || connection !== 'live' || me === undefined || !mayPlay(me, session)) return undefined;
    return media.getSnapshot().coachVoice;
  }

  function start(track: MediaStreamTrack) {
    const playing = media.play(track, view.volume, (why) => {
      if (sounding?.playing !== playing) return;
      show({ is: why });
      // If the system paused the sound or the output is gone, the sound might switch to another output.
      if (why !== 'blocked') onPaused();
    });
    sounding = { track, playing };
    show({ is: 'playing' });
  }

  const stops = [live.subscribe(follow), media.subscribe(follow)];
  follow();

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getSnapshot: () => view,
    setVolume(volume) {
      sounding?.playing.setVolume(volume);
      show({ volume });
    },
    restart() {
      sounding?.playing.stop();
      sounding = undefined;
      follow();
    },
    hold() {
      show({ isHeld: true });
      follow();
    },
    release() {
      show({ isHeld: false });
      follow();
    },
    close() {
      for (const stop of stops) stop();
      sounding?.playing.stop();
      sounding = undefined;
      listeners.clear();
    },
  };
}
