import { CALM } from './calm.ts';
import { CFPT } from './cfpt.ts';
import { NVR } from './nvr.ts';
import { PACE } from './pace.ts';
import { PCIT } from './pcit.ts';
import { PMT } from './pmt.ts';
import type { Programme } from './programme.ts';

const PROGRAMMES: readonly Programme[] = [PCIT, CALM, PMT, CFPT, PACE, NVR];

/** What a new family starts with where nobody chose. */
export const DEFAULT_PROGRAMME = PCIT;

/** The programme of this id in this version (its newest, unless told), or undefined. */
export function findProgramme(id: string, version?: string): Programme | undefined {
  return PROGRAMMES.findLast(
    (programme) => programme.id === id && (version === undefined || programme.version === version),
  );
}

/** Every programme that a session can be made with. */
export function listProgrammes(): readonly Programme[] {
  return PROGRAMMES;
}
