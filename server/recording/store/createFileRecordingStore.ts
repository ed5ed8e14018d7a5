import { mkdir, open, readdir, rm, stat, statfs, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { timeMapOf } from '#shared/domain/recording/estimateTimeMap.ts';
import { TakeId, type SessionId } from '#shared/protocol/ids.ts';
import type { TakeReader, RecordingStore } from '../recordingStore.ts';
import { makeTakeFile, readSalt } from './takeFile.ts';
import { readContent, readTakeIndex, type TakeIndex } from './takeIndex.ts';
import { layOutTake, type TakeLayout } from './takeLayout.ts';
import { createTakeWriter } from './takeWriter.ts';
import { createPieceCipher } from './pieceCipher.ts';
import type { RecordingKeys } from './recordingKeys.ts';

/** What is known of a take's file while it has this size. */
type Known = Omit<TakeIndex, 'head' | 'pieces'> &
  TakeLayout & { readonly fileSize: number; readonly timeMap: TakeReader['timeMap'] };

/** How many takes are cached, so that a player's many small requests do not each read an index. */
const KNOWN_PARTS = 32;

/** Encrypted files below a folder, as `session/part`. At the start it removes what an interrupted erasure left. */
export async function createFileRecordingStore(folder: string, keys: RecordingKeys): Promise<RecordingStore> {
  const folderOf = (sessionId: SessionId) => join(folder, sessionId);
  const pathOf = (sessionId: SessionId, partId: TakeId) => join(folder, sessionId, partId);
  const known = new Map<string, Known>();
  const writers = new Map<string, { readonly sessionId: SessionId; readonly abandon: () => Promise<void> }>();
  const destroyed = new Set<SessionId>(await keys.destroyed());

  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const sessionId of destroyed) await rm(folderOf(sessionId), { recursive: true, force: true });

  async function cipherOf(file: FileHandle, sessionId: SessionId, partId: TakeId) {
    const [key, salt] = [await keys.find(sessionId), await readSalt(file)];
    return key && salt && createPieceCipher(key, salt, sessionId, partId);
  }

  async function learn(sessionId: SessionId, partId: TakeId): Promise<Known | undefined> {
    const path = pathOf(sessionId, partId);
    const fileSize = (await stat(path).catch(() => undefined))?.size;
    if (fileSize === undefined) return undefined;
    const before = known.get(path);
    known.delete(path);
    const now = before?.fileSize === fileSize ? before : await readKnown(path, sessionId, partId, fileSize);
    if (now) known.set(path, now);
    for (const oldest of [...known.keys()].slice(0, -KNOWN_PARTS)) known.delete(oldest);
    return now;
  }

  async function readKnown(path: string, sessionId: SessionId, partId: TakeId, fileSize: number) {
    await using file = await open(path, 'r');
    const cipher = await cipherOf(file, sessionId, partId);
    const index = cipher && (await readTakeIndex(file, cipher, fileSize));
    if (index === undefined) return undefined;
    const { recorder, tracks, zeroAt, complete, pieces } = index;
    const layout = layOutTake(index);
    const map = timeMapOf(
      zeroAt,
      pieces.flatMap(({ seen }) => seen ?? []),
    );
    const timeMap = map.map(([mediaMs, sessionMs]) => [mediaMs - layout.beginsAt, sessionMs] as const);
    return { recorder, tracks, zeroAt, complete, timeMap, fileSize, ...layout };
  }

  async function* readBytes(sessionId: SessionId, partId: TakeId, { rangesOf }: Known, from: number, to: number) {
    await using file = await open(pathOf(sessionId, partId), 'r');
    const cipher = await cipherOf(file, sessionId, partId);
    if (cipher === undefined) throw new Error('This recording is gone.');
    for (const { at, length, made, piece } of rangesOf(from, to)) {
      const bytes = made ?? (await readContent(file, cipher, piece));
      if (destroyed.has(sessionId)) throw new Error('This recording was erased while it was read.');
      yield bytes.subarray(Math.max(0, from - at), Math.min(length, to - at));
    }
  }

  async function openTake(sessionId: SessionId, partId: TakeId): Promise<TakeReader | undefined> {
    const take = destroyed.has(sessionId) ? undefined : await learn(sessionId, partId);
    if (take === undefined) return undefined;
    const { recorder, tracks, zeroAt, complete, timeMap, durationMs, size } = take;
    const growing = writers.has(pathOf(sessionId, partId));
    const read = (from: number, to: number) => readBytes(sessionId, partId, take, from, to);
    return { partId, recorder, tracks, zeroAt, complete, growing, timeMap, durationMs, size, read };
  }

  return {
    async begin(sessionId, plan) {
      const key = await keys.make(sessionId);
      const path = pathOf(sessionId, plan.partId);
      await mkdir(folderOf(sessionId), { recursive: true, mode: 0o700 });
      const { file, salt } = await makeTakeFile(path);
      if (destroyed.has(sessionId)) {
        await file.close();
        await rm(folderOf(sessionId), { recursive: true, force: true });
        throw new Error('This recording was erased and cannot be recorded again.');
      }
      const writer = createTakeWriter(file, createPieceCipher(key, salt, sessionId, plan.partId), plan);
      writers.set(path, { sessionId, abandon: writer.abandon });
      return { write: writer.write, end: () => writer.end().finally(() => writers.delete(path)) };
    },

    async list(sessionId) {
      const names = await readdir(folderOf(sessionId)).catch(() => []);
      const ids = names.flatMap((name) => TakeId.safeParse(name).data ?? []);
      const takes = await Promise.all(ids.map((partId) => openTake(sessionId, partId)));
      return takes
        .filter((take) => take !== undefined)
        .toSorted((a, b) => a.zeroAt - b.zeroAt)
        .map(({ partId, recorder, tracks, zeroAt, durationMs, timeMap, complete, growing }) => {
          return { partId, recorder, tracks, zeroAt, durationMs, timeMap, complete, growing };
        });
    },

    open: openTake,

    async destroy(sessionId) {
      destroyed.add(sessionId);
      await keys.destroy(sessionId);
      for (const [path, writer] of writers) {
        if (writer.sessionId !== sessionId) continue;
        writers.delete(path);
        await writer.abandon();
      }
      for (const path of known.keys()) if (path.startsWith(folderOf(sessionId))) known.delete(path);
      await rm(folderOf(sessionId), { recursive: true, force: true });
    },

    async freeBytes() {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    },
  };
}
