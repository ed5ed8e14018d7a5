/** The fastest of so many pictures tells how long the way takes at least: some ten seconds of them. */
const KEPT = 150;
/** How long ago a picture may have been shown to tell anything of what is on the screen, in ms. */
const FRESH_MS = 1_000;
/** RTP counts a picture's time at 90 kHz, in 32 bits. */
const RTP_PER_MS = 90;
const RTP_WRAPS_AT = 2 ** 32;

type Watched = {
  /** Of the last picture, and of those before it: when it came, less its sender's time. In ms. */
  readonly offsets: readonly number[];
  readonly senderMs: number;
  readonly waitMs: number;
  readonly at: number;
};

const watched = new WeakMap<MediaStreamTrack, Watched>();

/**
 * Notes how long each picture of a received track waits until it is shown in this element, be it on a way that is slower
 * than it could be, or here. Browsers that do not tell leave it unknown. Returns how to stop.
 */
export function watchPicture(video: HTMLVideoElement, track: MediaStreamTrack): () => void {
  if (!('requestVideoFrameCallback' in video)) return () => undefined;
  let next = video.requestVideoFrameCallback(onPicture);

  function onPicture(_now: number, { presentationTime, receiveTime, rtpTimestamp }: VideoFrameCallbackMetadata) {
    next = video.requestVideoFrameCallback(onPicture);
    if (receiveTime === undefined || rtpTimestamp === undefined) return;
    const before = watched.get(track);
    const senderMs = unwrapped(rtpTimestamp, before?.senderMs);
    const offsets = [...(before?.offsets ?? []), receiveTime - senderMs].slice(-KEPT);
    const waitMs = presentationTime - senderMs - Math.min(...offsets);
    watched.set(track, { offsets, senderMs, waitMs, at: presentationTime });
  }

  return () => {
    video.cancelVideoFrameCallback(next);
  };
}

/**
 * How long the picture that is on the screen now had waited, in ms: since it could have been here on the fastest way of the
 * last seconds. Undefined where nobody sees or knows it.
 */
export function pictureWaitMs(track: MediaStreamTrack, now = performance.now()): number | undefined {
  const last = watched.get(track);
  return last === undefined || now - last.at > FRESH_MS ? undefined : last.waitMs;
}

/** The sender's time in ms, going on from the last one over the turn of its counter. */
function unwrapped(rtpTimestamp: number, lastMs: number | undefined): number {
  const turnMs = RTP_WRAPS_AT / RTP_PER_MS;
  const ms = rtpTimestamp / RTP_PER_MS;
  return lastMs === undefined ? ms : ms + Math.round((lastMs - ms) / turnMs) * turnMs;
}
