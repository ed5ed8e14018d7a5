import { CALM } from './calm.ts';
import { CFPT } from './cfpt.ts';
import { FORMER_VERSIONS } from './formerVersions.ts';
import { NVR } from './nvr.ts';
import { PACE } from './pace.ts';
import { PCIT, PCIT_REVISION_1 } from './pcit.ts';
import { PMT } from './pmt.ts';
import type { Program } from './program.ts';

/** Every version of every program that a session was ever made with, oldest first within each program. */
export const PROGRAMS: readonly Program[] = [PCIT_REVISION_1, PCIT, CALM, ...FORMER_VERSIONS, PMT, CFPT, PACE, NVR];

/** The program of a new family if nobody chose one. */
export const DEFAULT_PROGRAM = PCIT;

/** The program with this id and version (the newest by default), or undefined. */
export function findProgram(id: string, version?: string): Program | undefined {
  return PROGRAMS.findLast((program) => program.id === id && (version === undefined || program.version === version));
}

/**
 * The program for new sessions of a family that began under this version: the newest scoring revision of the same
 * criteria. Rule PRO5.
 */
export function programInUse(id: string, version: string): Program | undefined {
  const begun = findProgram(id, version);
  return begun && findByCriteria(id, criteriaOf(begun).set);
}

/**
 * The program that a transcript means by its criteria: a set in its newest scoring revision, or one exact revision.
 * Rule TRN6.
 */
export function findByCriteria(id: string, criteria: string): Program | undefined {
  return PROGRAMS.findLast((program) => {
    const { set, exact } = criteriaOf(program);
    return program.id === id && [set, exact].includes(criteria);
  });
}

/** How transcripts name a program's criteria. */
export function criteriaOf({ version, criteria }: Pick<Program, 'version' | 'criteria'>) {
  return criteria ?? { set: version, exact: version };
}

/** Every program that a session can be made with, in its newest version. */
export function listPrograms(): readonly Program[] {
  return PROGRAMS.filter((program) => program === findProgram(program.id));
}
