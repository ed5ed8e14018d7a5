import { CALM } from './calm.ts';
import { CFPT } from './cfpt.ts';
import { FORMER_VERSIONS } from './formerVersions.ts';
import { NVR } from './nvr.ts';
import { PACE } from './pace.ts';
import { PCIT, PCIT_REVISION_1 } from './pcit.ts';
import { PMT } from './pmt.ts';
import type { Program } from './program.ts';

/** Every version of every program that a session was ever made with; of one program the newest last. */
const PROGRAMS: readonly Program[] = [PCIT_REVISION_1, PCIT, CALM, ...FORMER_VERSIONS, PMT, CFPT, PACE, NVR];

/** What a new family starts with where nobody chose. */
export const DEFAULT_PROGRAM = PCIT;

/** The program of this id in this version (its newest, unless told), or undefined. */
export function findProgram(id: string, version?: string): Program | undefined {
  return PROGRAMS.findLast((program) => program.id === id && (version === undefined || program.version === version));
}

/**
 * The program for what is made from now on by somebody who began under this version: with the newest revision of the
 * scoring of the same criteria. Rule PRO5.
 */
export function programInUse(id: string, version: string): Program | undefined {
  const begun = findProgram(id, version);
  return begun && findByCriteria(id, criteriaOf(begun).set);
}

/** The program that a transcript means by its criteria: a set in the newest revision of its scoring, or one revision. Rule TRN6. */
export function findByCriteria(id: string, criteria: string): Program | undefined {
  return PROGRAMS.findLast((program) => {
    const { set, exact } = criteriaOf(program);
    return program.id === id && [set, exact].includes(criteria);
  });
}

/** What transcripts call a program's criteria. */
export function criteriaOf({ version, criteria }: Pick<Program, 'version' | 'criteria'>) {
  return criteria ?? { set: version, exact: version };
}

/** Every program that a session can be made with, in its newest version. */
export function listPrograms(): readonly Program[] {
  return PROGRAMS.filter((program) => program === findProgram(program.id));
}
