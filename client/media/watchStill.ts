import { LOST_AFTER_MS } from '#shared/domain/sight.ts';

const LOOK_EVERY_MS = 500;

type Frames = Pick<HTMLVideoElement, 'requestVideoFrameCallback' | 'cancelVideoFrameCallback'>;

/**
 * Reports since when an element has shown no new picture (by `now`, in ms) once that lasts long enough for a gap, and
 * undefined as soon as one comes. A hidden page shows none. Returns a stop function. Rule WIN4.
 */
export function watchStill(
  video: Frames,
  onChange: (since: number | undefined) => void,
  now: () => number,
): () => void {
  if (!('requestVideoFrameCallback' in video)) return () => undefined;
  let lastAt: number | undefined;
  let isStill = false;
  let next = video.requestVideoFrameCallback(onPicture);

  function onPicture() {
    next = video.requestVideoFrameCallback(onPicture);
    lastAt = now();
    if (isStill) onChange(undefined);
    isStill = false;
  }

  const looking = setInterval(() => {
    if (lastAt === undefined || isStill) return;
    if (document.hidden) lastAt = now();
    if (now() - lastAt <= LOST_AFTER_MS) return;
    isStill = true;
    onChange(lastAt);
  }, LOOK_EVERY_MS);

  return () => {
    clearInterval(looking);
    video.cancelVideoFrameCallback(next);
  };
}
