import type { FileHandle } from 'node:fs/promises';
import type { TakePlan, TakeWriter } from '../recordingStore.ts';
import { describePiece, type Piece, type PieceKind } from './piece.ts';
import type { PieceCipher } from './pieceCipher.ts';
import { createWebmSplitter, type WebmEvent } from './webm/webmSplitter.ts';
import { writeWebmHead } from './webm/webmHead.ts';

/** A piece is stored at this size or after this long. A kill can lose that much and one unfinished block. */
const PIECE_MS = 250;
const PIECE_BYTES = 1_024 * 1_024;
/** How much a power cut can lose. */
const SYNC_MS = 1_000;

type Gathering = {
  kind: 'cluster' | 'more';
  blocks: Buffer[];
  bytes: number;
  from: number;
  to: number;
  startsPicture: boolean;
  since: number;
  seen: Piece['seen'];
};

/** Writes one take into its file, which belongs to the writer from now on. `abandon` closes it as it is, for good. */
export function createTakeWriter(
  file: FileHandle,
  cipher: PieceCipher,
  plan: TakePlan,
): TakeWriter & { readonly abandon: () => Promise<void> } {
  const { recorder, tracks, zeroAt } = plan;
  const splitter = createWebmSplitter();
  const written: Piece[] = [];
  let clusterAt = 0;
  let syncedAt = -Infinity;
  let gathering: Gathering | undefined;
  let opensCluster = true;
  /** One operation at a time, in the order of the calls. */
  let last: Promise<void> = Promise.resolve();
  let ended: Promise<void> | undefined;

  function seal(kind: PieceKind, content: Buffer, about: Partial<Piece> = {}): Buffer {
    const rest = { clusterAt, from: clusterAt, to: clusterAt, startsPicture: false, seen: null };
    const piece: Piece = { ...rest, ...about, kind, index: written.length, length: content.length };
    written.push(piece);
    return cipher.seal(piece, content);
  }

  function sealGathered(): Buffer[] {
    if (gathering === undefined) return [];
    const { kind, blocks, from, to, startsPicture, seen } = gathering;
    gathering = undefined;
    return [seal(kind, Buffer.concat(blocks), { from, to, startsPicture, seen })];
  }

  function takeEvent(event: WebmEvent, at: number): Buffer[] {
    if (event.is === 'head') return [seal('head', writeWebmHead(event.head))];
    const isFull = gathering !== undefined && gathering.bytes >= PIECE_BYTES;
    const sealed = event.is === 'cluster' || event.startsPicture || isFull ? sealGathered() : [];
    if (event.is === 'cluster') {
      clusterAt = event.at;
      opensCluster = true;
      return sealed;
    }
    gathering ??= begin(event, at);
    gathering.blocks.push(event.element);
    gathering.bytes += event.element.length;
    gathering.from = Math.min(gathering.from, event.at);
    gathering.to = Math.max(gathering.to, event.at);
    return sealed;
  }

  function begin({ at: from, startsPicture }: { readonly at: number; readonly startsPicture: boolean }, since: number) {
    const kind: Gathering['kind'] = opensCluster ? 'cluster' : 'more';
    opensCluster = false;
    return { kind, blocks: [], bytes: 0, from, to: from, startsPicture, since, seen: null };
  }

  /** The arrival time is known for the newest block in these bytes. All earlier blocks arrived before it. */
  function observe(newest: number, at: number): void {
    if (gathering === undefined) return;
    const { seen } = gathering;
    if (seen === null || at - newest < seen.sessionMs - seen.mediaMs) {
      gathering.seen = { mediaMs: newest, sessionMs: at };
    }
  }

  async function take(bytes: Uint8Array, at: number): Promise<void> {
    const events = splitter.push(bytes);
    const plans = written.length === 0 ? [sealPlan()] : [];
    const sealed = [...plans, ...events.flatMap((event) => takeEvent(event, at))];
    const newest = Math.max(...events.map((event) => (event.is === 'block' ? event.at : -Infinity)));
    if (newest !== -Infinity) observe(newest, at);
    if (gathering && (gathering.to - gathering.from >= PIECE_MS || at - gathering.since >= PIECE_MS)) {
      sealed.push(...sealGathered());
    }
    if (sealed.length > 0) await file.appendFile(Buffer.concat(sealed));
    if (at - syncedAt < SYNC_MS) return;
    await file.datasync();
    syncedAt = at;
  }

  const sealPlan = () => seal('plan', Buffer.from(JSON.stringify({ recorder, tracks, zeroAt })));

  /** Lists all pieces again and says how long the list is, so that a complete take opens at once. */
  async function finish(): Promise<void> {
    const gathered = sealGathered();
    const end = seal('end', Buffer.concat(written.map(describePiece)));
    const length = Buffer.alloc(4);
    length.writeUInt32BE(end.length);
    await file.appendFile(Buffer.concat([...gathered, end, length]));
    await file.datasync();
  }

  return {
    write(bytes, at) {
      if (ended) return Promise.reject(new Error('This take was ended.'));
      // After a failure nothing more is accepted: each later write fails with the first one's error.
      last = last.then(() => take(bytes, at));
      return last;
    },
    end: () => (ended ??= last.then(finish).finally(() => file.close())),
    async abandon() {
      ended ??= last.finally(() => file.close());
      await ended.catch(() => undefined);
    },
  };
}
