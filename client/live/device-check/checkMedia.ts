import { connectionQuality } from '#client/media/connectionQuality.ts';
import { playedOf } from '#client/media/playedMedia.ts';
import type { SessionMedia } from '#client/media/sessionMedia.ts';
import { readStats, type ReadStats } from '#client/media/statsReport.ts';
import type { Source, Track } from '#shared/domain/audience.ts';
import { findingOf, type MediaFinding } from './mediaFinding.ts';

/** What is sent to the media server and must come back. */
type SentTracks = { readonly [S in Source]?: MediaStreamTrack | undefined };

export type CheckMediaParts = {
  readonly media: Pick<SessionMedia, 'restart' | 'publish' | 'setVoiceEnabled' | 'getSnapshot' | 'stats'>;
  /** Resolves to whether the server answers at all. */
  readonly connected: Promise<boolean>;
  readonly sent: SentTracks;
  readonly wait: (ms: number) => Promise<void>;
};

const LOOK_EVERY_MS = 250;
/** How long media may take to come back, in ms: two tries of ICE, and DTLS. */
const PATIENCE_MS = 9_000;
/** How long the quality is then measured, in ms. */
const MEASURE_MS = 1_500;
/** The number of pictures or samples of sound that proves that media flow. */
const ENOUGH: Readonly<Record<'audio' | 'video', number>> = { video: 5, audio: 4_800 };

const TRACK_OF: { readonly [S in Source]: Track } = {
  camera: 'room-video',
  'room-microphone': 'room-audio',
  voice: 'coach-voice',
};

/**
 * Sends what was captured to the media server and waits until all of it has returned and was decoded: media get through
 * both ways. Takes a limited time.
 */
export async function checkMedia({ media, connected, sent, wait }: CheckMediaParts): Promise<MediaFinding> {
  if (!(await connected)) return 'none';
  const tracks = Object.entries(sent).flatMap(([source, track]) =>
    track === undefined ? [] : [[source as Source, track] as const],
  );
  // Neither resolves if the media server is unreachable. What comes back decides.
  void media.restart().catch(() => undefined);
  for (const [source, track] of tracks) void media.publish(source, track).catch(() => undefined);
  media.setVoiceEnabled(true);

  const expected = tracks.map(([source]) => TRACK_OF[source]);
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_EVERY_MS) {
    await wait(LOOK_EVERY_MS);
    if (await haveAllReturned(media, expected)) return measure(media, wait);
  }
  return 'blocked';
}

async function haveAllReturned({ getSnapshot }: CheckMediaParts['media'], expected: readonly Track[]) {
  const heard = getSnapshot();
  const enough = await Promise.all(
    expected.map(async (name) => {
      const track = heard.find(({ track: of }) => of === name);
      if (track === undefined) return false;
      const stats = await track.stats().catch(() => undefined);
      return stats !== undefined && playedOf(track.kind, readStats(stats)) >= ENOUGH[track.kind];
    }),
  );
  return enough.every(Boolean);
}

async function measure(media: CheckMediaParts['media'], wait: CheckMediaParts['wait']): Promise<MediaFinding> {
  const read = async (): Promise<readonly ReadStats[]> => (await media.stats()).map(readStats);
  const before = await read();
  await wait(MEASURE_MS);
  return findingOf(connectionQuality(before, await read()));
}
