import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findProgramme } from '#shared/domain/programmes/findProgramme.ts';
import { findTreatmentPhase } from '#shared/domain/programmes/programme.ts';
import { ClipKey, type ClipLine, ClipOffers } from '#shared/protocol/practice.ts';
import type { Coded } from '#shared/session/practice/scoreRun.ts';

/** A clip with what it is coded by, and its key. */
export type PracticeClip = Coded & { readonly lines: readonly ClipLine[] };

export type PracticeClips = {
  /** Undefined where there is no such clip, or its programme is not known here. */
  readonly find: (clipId: string) => Promise<PracticeClip | undefined>;
};

/** The clips in a folder. Each is read when it is first asked for, and kept: they never change while a server runs. */
export function createPracticeClips(folder: string): PracticeClips {
  const found = new Map<string, Promise<PracticeClip | undefined>>();
  const readJson = async (file: string): Promise<unknown> => JSON.parse(await readFile(join(folder, file), 'utf8'));

  async function read(clipId: string): Promise<PracticeClip | undefined> {
    const offer = ClipOffers.parse(await readJson('clips.json')).find(({ id }) => id === clipId);
    if (offer === undefined) return undefined;
    const programme = findProgramme(offer.programme);
    if (programme === undefined) return undefined;
    const phase = findTreatmentPhase(programme, offer.treatmentPhase);
    if (phase === undefined) return undefined;
    return { offer, programme, phase, lines: ClipKey.parse(await readJson(`${offer.id}.json`)).lines };
  }

  return {
    async find(clipId) {
      const known = found.get(clipId);
      if (known !== undefined) return known;
      const clip = await read(clipId);
      if (clip !== undefined) found.set(clipId, Promise.resolve(clip));
      return clip;
    },
  };
}
