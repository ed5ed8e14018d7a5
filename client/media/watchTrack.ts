/** How a track that is captured does: it works, or its device or the system sends nothing of it and may go on by itself. */
export type TrackState = 'works' | 'muted';

type Watching = {
  readonly onChange: (is: TrackState) => void;
  /** The device went away, or may not be used any more. */
  readonly onEnded: () => void;
};

/** A system mutes for a moment where devices change hands; what lasts longer, in ms, is worth saying. */
const MUTED_AFTER_MS = 700;

/** Tells whenever a captured track is muted, goes on or ends by itself. Whoever stops a track is not told. Returns how to stop watching. */
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
