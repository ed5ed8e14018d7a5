import { findStage } from '#shared/domain/course/findStage.ts';
import { findProgram } from '#shared/domain/programs/findProgram.ts';
import { findSituation } from '#shared/domain/programs/observation.ts';
import { findTreatmentPhase } from '#shared/domain/programs/program.ts';
import type { SessionSummary } from '#shared/protocol/http/sessions.ts';

type Planned = Pick<SessionSummary, 'program' | 'programVersion' | 'stage' | 'treatmentPhase'>;

/** What a session was planned for: its stage, and what is coded if the stage does not imply it. */
export function plannedFor({ program: id, programVersion, ...planned }: Planned): string | undefined {
  const program = findProgram(id, programVersion);
  const stage = program && planned.stage !== null ? findStage(program, planned.stage) : undefined;
  const phase =
    program && planned.treatmentPhase !== null ? findTreatmentPhase(program, planned.treatmentPhase) : undefined;
  const isWatched = program !== undefined && findSituation(program, phase?.id) !== undefined;
  const coded = isWatched ? 'Observation' : phase?.shortName;
  if (stage === undefined) return coded;
  return phase === undefined || phase.id === stage.phase ? stage.name : `${stage.name} · ${coded}`;
}
