import { buffer } from 'node:stream/consumers';
import { createPracticeClips } from '#server/practice/practiceClips.ts';
import type { RecordingStore } from '#server/recording/recordingStore.ts';
import type { Fact } from '#shared/protocol/facts.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import type { Script } from './commandScripts.ts';

/** A practice clip used as the recording of a past window: its film, and what is said in it. */
export type DemoFilm = { readonly script: Script; readonly lengthMs: number; readonly bytes: Uint8Array };

/** Reads a clip. Throws if no clip has this id. */
export async function readFilm(clipId: string): Promise<DemoFilm> {
  const clips = createPracticeClips();
  const [clip, film] = [await clips.find(clipId), await clips.open(clipId, 'film')];
  if (clip === undefined || film === undefined) throw new Error(`The demo has lost its film ${clipId}.`);
  const script = clip.lines.flatMap(({ at, code }) => (code === null ? [] : [[at / 1_000, code] as const]));
  const bytes = await buffer(film.read(0, film.size));
  return { script, lengthMs: clip.offer.lengthMs, bytes };
}

/** Keeps a film as the recording whose start is in the log. */
export async function keepFilm(
  recordings: Pick<RecordingStore, 'begin'>,
  sessionId: SessionId,
  facts: readonly Fact[],
  { bytes, lengthMs }: DemoFilm,
): Promise<void> {
  const started = facts.find((fact) => fact.type === 'recording.started');
  if (started?.type !== 'recording.started') throw new Error('A past session has a film and no recording.');
  const { partId, recorder, tracks, at } = started;
  const writer = await recordings.begin(sessionId, { partId, recorder, tracks, zeroAt: at });
  await writer.write(bytes, at + lengthMs);
  await writer.end();
}
