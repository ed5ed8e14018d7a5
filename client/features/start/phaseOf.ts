import { findProgram } from '#shared/domain/programs/findProgram.ts';
import { findSituation } from '#shared/domain/programs/observation.ts';
import type { SessionSummary } from '#shared/protocol/http/sessions.ts';
import { namedPhase, type NamedPhase } from '#shared/session/observing.ts';

type Listed = Pick<SessionSummary, 'phase' | 'program' | 'programVersion' | 'treatmentPhase'>;

/** The name of a listed session's phase. */
export function phaseOf({ phase, program: id, programVersion, treatmentPhase }: Listed): NamedPhase {
  const program = findProgram(id, programVersion);
  const isObserved = program !== undefined && findSituation(program, treatmentPhase ?? undefined) !== undefined;
  return namedPhase(phase, isObserved);
}
