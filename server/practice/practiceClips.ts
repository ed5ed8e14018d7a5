import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { findProgram } from '#shared/domain/programs/findProgram.ts';
import { findTreatmentPhase } from '#shared/domain/programs/program.ts';
import { ClipKey, type ClipLine, type ClipOffer, ClipOffers } from '#shared/protocol/practice.ts';
import type { Coded } from '#shared/practice/scoreRun.ts';

/** Each clip's film, captions and key. No route serves this folder directly. Rule PRA3. */
export const CLIPS_FOLDER = join(import.meta.dirname, 'clips');

/** The file names of a clip, and of the list of all clips. */
export const CLIP_FILES = {
  offers: 'clips.json',
  film: (clipId: string) => `${clipId}.webm`,
  captions: (clipId: string) => `${clipId}.vtt`,
  key: (clipId: string) => `${clipId}.json`,
} as const;

/** A clip with its program, and its key. */
export type PracticeClip = Coded & { readonly lines: readonly ClipLine[] };

type ClipFile = {
  /** In bytes. */
  readonly size: number;
  /** The bytes `[from, to)` of the file. */
  readonly read: (from: number, to: number) => AsyncIterable<Uint8Array>;
};

export type PracticeClips = {
  readonly offers: () => Promise<readonly ClipOffer[]>;
  /** Undefined if there is no such clip, or if its program does not exist here. */
  readonly find: (clipId: string) => Promise<PracticeClip | undefined>;
  /** What a coder watches. Undefined if there is no such clip. */
  readonly open: (clipId: string, what: 'film' | 'captions') => Promise<ClipFile | undefined>;
};

/** The clips in a folder. They are read once, because they never change while a server runs. */
export function createPracticeClips(folder = CLIPS_FOLDER): PracticeClips {
  const found = new Map<string, PracticeClip>();
  let offered: readonly ClipOffer[] | undefined;
  const readJson = async (file: string): Promise<unknown> => JSON.parse(await readFile(join(folder, file), 'utf8'));

  const offers = async () => (offered ??= ClipOffers.parse(await readJson(CLIP_FILES.offers)));
  const offerOf = async (clipId: string) => (await offers()).find(({ id }) => id === clipId);

  async function read(clipId: string): Promise<PracticeClip | undefined> {
    const offer = await offerOf(clipId);
    if (offer === undefined) return undefined;
    const program = findProgram(offer.program);
    if (program === undefined) return undefined;
    const phase = findTreatmentPhase(program, offer.treatmentPhase);
    if (phase === undefined) return undefined;
    return { offer, program, phase, lines: ClipKey.parse(await readJson(CLIP_FILES.key(offer.id))).lines };
  }

  return {
    offers,
    async find(clipId) {
      const clip = found.get(clipId) ?? (await read(clipId));
      if (clip !== undefined) found.set(clipId, clip);
      return clip;
    },
    async open(clipId, what) {
      const offer = await offerOf(clipId);
      if (offer === undefined) return undefined;
      const path = join(folder, CLIP_FILES[what](offer.id));
      const { size } = await stat(path);
      return { size, read: (from, to) => createReadStream(path, { start: from, end: to - 1 }) };
    },
  };
}
