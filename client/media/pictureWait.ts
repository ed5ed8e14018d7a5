/** The fastest of this many pictures shows how long the transport takes at least. About ten seconds of pictures. */
const KEPT = 150;
/** How old a shown picture may be, in ms, before it says nothing about what is on the screen. */
const FRESH_MS = 1_000;
/** RTP counts a picture's time at 90 kHz, in 32 bits. */
const RTP_PER_MS = 90;
const RTP_WRAPS_AT = 2 ** 32;

type Watched = {
  /** For the last pictures: arrival time minus the sender's time, in ms. */
  readonly offsets: readonly number[];
  readonly senderMs: number;
  readonly waitMs: number;
  readonly at: number;
};

const watched = new WeakMap<MediaStreamTrack, Watched>();

/**
 * Measures how long each picture of a received track waits before this element shows it. Unknown in browsers that do
 * not report it. Returns a stop function.
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
 * How much later the picture on the screen was shown than the fastest transport of the last seconds would allow, in ms.
 * Undefined if the page is hidden or it is not known.
 */
export function pictureWaitMs(track: MediaStreamTrack, now = performance.now()): number | undefined {
  const last = watched.get(track);
  return last === undefined || now - last.at > FRESH_MS ? undefined : last.waitMs;
}

/** The sender's time in ms, continued from the last one when the counter wraps around. */
function unwrapped(rtpTimestamp: number, lastMs: number | undefined): number {
  const turnMs = RTP_WRAPS_AT / RTP_PER_MS;
  const ms = rtpTimestamp / RTP_PER_MS;
  return lastMs === undefined ? ms : ms + Math.round((lastMs - ms) / turnMs) * turnMs;
}
