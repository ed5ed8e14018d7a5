/** State of a captured track: it works, or its device or the system has muted it and may continue by itself. */
export type TrackState = 'works' | 'muted';

type Watching = {
  readonly onChange: (is: TrackState) => void;
  /** The device is gone, or may not be used anymore. */
  readonly onEnded: () => void;
};

/** Systems mute for a moment when the audio device changes. Only a mute longer than this is reported, in ms. */
const MUTED_AFTER_MS = 700;

/** Reports when a captured track is muted, continues or ends by itself. Returns a stop function. */
export function watchTrack(track: MediaStreamTrack, { onChange, onEnded }: Watching): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(waiting);
    if (track.muted) waiting = setTimeout(() => onChange('muted'), MUTED_AFTER_MS);
    else onChange('works');
  };
  const end = () => {
    clearTimeout(waiting);
    onEnded();
  };
  track.addEventListener('mute', look);
  track.addEventListener('unmute', look);
  track.addEventListener('ended', end);
  if (track.muted) look();
  return () => {
    clearTimeout(waiting);
    track.removeEventListener('mute', look);
    track.removeEventListener('unmute', look);
    track.removeEventListener('ended', end);
  };
}
