import type { Ask } from '#client/api/ask.ts';
import type { Sense } from '#shared/domain/sight.ts';
import type { HeardTrack, HeardTracks } from './heardTracks.ts';
import { playedOf } from './playedMedia.ts';
import { readStats } from './statsReport.ts';

const EVERY_MS = 500;

type SightReportsParts = {
  readonly ask: Ask;
  readonly heard: Pick<HeardTracks, 'getSnapshot'>;
  /** Whether this page produces sound: an output exists and the browser plays. */
  readonly sounds: () => boolean;
  readonly everyMs?: number;
  readonly localNow?: () => number;
};

const TRACK_OF = { picture: 'room-video', sound: 'room-audio' } as const;

/**
 * Measures when this page last showed a picture and played a sound of the room, and reports it repeatedly. Whatever is
 * not reported counts as not seen. Returns a stop function, safe to call twice. Rule WIN4.
 */
export function openSightReports({
  ask,
  heard,
  sounds,
  everyMs = EVERY_MS,
  localNow = () => performance.now(),
}: SightReportsParts): { readonly close: () => void } {
  const played = new WeakMap<HeardTrack, number>();
  const lastAt: Partial<Record<Sense, number>> = {};

  async function measure(sense: Sense, track: HeardTrack) {
    const now = playedOf(track.kind, readStats(await track.stats()));
    const before = played.get(track);
    played.set(track, now);
    const isPlaying = before !== undefined && now > before;
    if (isPlaying && (sense === 'picture' || sounds())) lastAt[sense] = localNow();
  }

  async function measureAll() {
    const tracks = heard.getSnapshot();
    const senses: readonly Sense[] = ['picture', 'sound'];
    const measuring = senses.flatMap((sense) =>
      tracks.filter(({ track }) => track === TRACK_OF[sense]).map((track) => measure(sense, track)),
    );
    await Promise.allSettled(measuring); // a receiver that was closed meanwhile has no statistics
  }

  function ago(sense: Sense): number | null {
    const at = lastAt[sense];
    return at === undefined ? null : Math.max(0, Math.round(localNow() - at));
  }

  const reporting = setInterval(() => {
    // The results go into the next report, so that statistics which never arrive do not delay this one.
    void measureAll();
    void ask('sight:report', { pictureAgoMs: ago('picture'), soundAgoMs: ago('sound') }).catch(() => undefined);
  }, everyMs);
  return { close: () => clearInterval(reporting) };
}
