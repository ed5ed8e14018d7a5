import type { TakeId } from '#shared/protocol/ids.ts';
import type { RecordingFile } from '#shared/session/recording/recordingFile.ts';
import type { TakeReader } from '#server/recording/recordingStore.ts';
import { createPictureEncoder, type Size } from './encodePicture.ts';
import { fillPicture, fillSound, inOrder, type OpenTake, type OpenTakes } from './fillTracks.ts';
import { readTracks } from './webmBlocks.ts';
import { writeWebm, type WrittenTrack } from './writeWebm.ts';

type Making = {
  readonly open: (partId: TakeId) => Promise<TakeReader | undefined>;
  readonly ffmpeg: string;
  readonly signal: AbortSignal;
  /** How much of the file is done, in ms of it. Called for each span of it. */
  readonly onProgress: (doneMs: number) => void;
};

/** The size of the picture if none is known. */
const USUAL: Size = { width: 640, height: 360 };

/** How often progress is reported, in ms of the file. */
const TELL_EVERY_MS = 10_000;

const NAMES = { 'room-video': 'room', 'room-audio': 'room', 'coach-voice': 'coach' } as const;

/** The bytes of a recording's one file, a WebM stream. Throws if a take is gone or cannot be read. */
export async function* makeRecordingFile(file: RecordingFile, making: Making): AsyncGenerator<Uint8Array> {
  const { signal, onProgress, ffmpeg } = making;
  const takes = await openTakes(file, making);
  const size = sizeFor([...takes.values()]);
  const encoder = createPictureEncoder(ffmpeg, signal);
  const hasPicture = file.tracks.some(({ track }) => track === 'room-video');
  const black = hasPicture ? await encoder.black(size) : Buffer.alloc(0);
  const tracks = file.tracks.map(({ track }): WrittenTrack => {
    const name = NAMES[track];
    return track === 'room-video' ? { is: 'picture', name, ...size } : { is: 'sound', name };
  });
  const streams = file.tracks.map((track, index) => {
    const filling = { file, takes, number: index + 1 };
    return track.track === 'room-video'
      ? fillPicture(track, filling, { encoder, size, black })
      : fillSound(track, filling);
  });
  let told = 0;
  async function* counted() {
    for await (const block of inOrder(streams)) {
      signal.throwIfAborted();
      if (block.at >= told + TELL_EVERY_MS) onProgress((told = block.at));
      yield block;
    }
  }
  yield* writeWebm(tracks, counted());
}

async function openTakes(file: RecordingFile, { open }: Making): Promise<OpenTakes> {
  const ids = new Set(file.tracks.flatMap(({ runs }) => runs.map(({ partId }) => partId)));
  const takes = new Map<TakeId, OpenTake>();
  for (const partId of ids) {
    const reader = await open(partId);
    const holds = reader && (await readTracks(reader.read(0, reader.size)));
    if (reader === undefined || holds === undefined) throw new Error('A take of the recording is gone.');
    takes.set(partId, { ...reader, holds });
  }
  return takes;
}

/** One size for all takes: each picture is fitted into it without distortion. */
function sizeFor(takes: readonly OpenTake[]): Size {
  const sizes = takes.flatMap(({ holds: { picture } }) => picture ?? []);
  if (sizes.length === 0) return USUAL;
  const even = (most: number) => most + (most % 2);
  return {
    width: even(Math.max(...sizes.map(({ width }) => width))),
    height: even(Math.max(...sizes.map(({ height }) => height))),
  };
}
