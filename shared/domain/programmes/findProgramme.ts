import { PCIT } from './pcit.ts';
import type { Programme } from './programme.ts';

const PROGRAMMES: readonly Programme[] = [PCIT];

/** The programme of this id, or undefined. */
export function findProgramme(id: string): Programme | undefined {
  return PROGRAMMES.find((programme) => programme.id === id);
}

/** Every programme that a session can be made with. */
export function listProgrammes(): readonly Programme[] {
  return PROGRAMMES;
}
