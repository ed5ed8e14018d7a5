import { CALM } from './calm.ts';
import { CFPT } from './cfpt.ts';
import { FORMER_VERSIONS } from './formerVersions.ts';
import { NVR } from './nvr.ts';
import { PACE } from './pace.ts';
import { PCIT, PCIT_REVISION_1 } from './pcit.ts';
import { PMT } from './pmt.ts';
import type { Programme } from './programme.ts';

/** Every version of every programme that a session was ever made with; of one programme the newest last. */
const PROGRAMMES: readonly Programme[] = [PCIT_REVISION_1, PCIT, CALM, ...FORMER_VERSIONS, PMT, CFPT, PACE, NVR];

/** What a new family starts with where nobody chose. */
export const DEFAULT_PROGRAMME = PCIT;

/** The programme of this id in this version (its newest, unless told), or undefined. */
export function findProgramme(id: string, version?: string): Programme | undefined {
  return PROGRAMMES.findLast(
    (programme) => programme.id === id && (version === undefined || programme.version === version),
  );
}

/**
 * The programme for what is made from now on by somebody who began under this version: with the newest revision of the
 * scoring of the same criteria. Rule PRO5.
 */
export function programmeInUse(id: string, version: string): Programme | undefined {
  const begun = findProgramme(id, version);
  return begun && findByCriteria(id, criteriaOf(begun).set);
}

/** The programme that a transcript means by its criteria: a set in the newest revision of its scoring, or one revision. Rule TRN6. */
export function findByCriteria(id: string, criteria: string): Programme | undefined {
  return PROGRAMMES.findLast((programme) => {
    const { set, exact } = criteriaOf(programme);
    return programme.id === id && [set, exact].includes(criteria);
  });
}

/** What transcripts call a programme's criteria. */
export function criteriaOf({ version, criteria }: Pick<Programme, 'version' | 'criteria'>) {
  return criteria ?? { set: version, exact: version };
}

/** Every programme that a session can be made with, in its newest version. */
export function listProgrammes(): readonly Programme[] {
  return PROGRAMMES.filter((programme) => programme === findProgramme(programme.id));
}
