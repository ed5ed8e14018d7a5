import { findProgramme } from '#shared/domain/programmes/findProgramme.ts';
import { findSituation } from '#shared/domain/programmes/observation.ts';
import type { SessionSummary } from '#shared/protocol/http.ts';
import { namedPhase, type NamedPhase } from '#shared/session/observing.ts';

type Listed = Pick<SessionSummary, 'phase' | 'programme' | 'programmeVersion' | 'treatmentPhase'>;

/** What the phase of a listed session is called. */
export function phaseOf({ phase, programme: id, programmeVersion, treatmentPhase }: Listed): NamedPhase {
  const programme = findProgramme(id, programmeVersion);
  const isObserved = programme !== undefined && findSituation(programme, treatmentPhase ?? undefined) !== undefined;
  return namedPhase(phase, isObserved);
}
