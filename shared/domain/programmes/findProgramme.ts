import { CALM } from './calm.ts';
import { CFPT } from './cfpt.ts';
import { FIRST_VERSIONS } from './firstVersions.ts';
import { NVR } from './nvr.ts';
import { PACE } from './pace.ts';
import { PCIT } from './pcit.ts';
import { PMT } from './pmt.ts';
import type { Programme } from './programme.ts';

/** Every version that a session was ever made with; of one programme the newest last. */
const PROGRAMMES: readonly Programme[] = [PCIT, CALM, ...FIRST_VERSIONS, PMT, CFPT, PACE, NVR];

/** What a new family starts with where nobody chose. */
export const DEFAULT_PROGRAMME = PCIT;

/** The programme of this id in this version (its newest, unless told), or undefined. */
export function findProgramme(id: string, version?: string): Programme | undefined {
  return PROGRAMMES.findLast(
    (programme) => programme.id === id && (version === undefined || programme.version === version),
  );
}

/** Every programme that a session can be made with, in its newest version. */
export function listProgrammes(): readonly Programme[] {
  return PROGRAMMES.filter((programme) => programme === findProgramme(programme.id));
}
