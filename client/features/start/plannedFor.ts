import { findStage } from '#shared/domain/course/findStage.ts';
import { findProgramme } from '#shared/domain/programmes/findProgramme.ts';
import { findSituation } from '#shared/domain/programmes/observation.ts';
import { findTreatmentPhase } from '#shared/domain/programmes/programme.ts';
import type { SessionSummary } from '#shared/protocol/http.ts';

type Planned = Pick<SessionSummary, 'programme' | 'programmeVersion' | 'stage' | 'treatmentPhase'>;

/** What a session was planned for, in short: its stage, and what is coded where the stage’s own part does not say so. */
export function plannedFor({ programme: id, programmeVersion, ...planned }: Planned): string | undefined {
  const programme = findProgramme(id, programmeVersion);
  const stage = programme && planned.stage !== null ? findStage(programme, planned.stage) : undefined;
  const phase =
    programme && planned.treatmentPhase !== null ? findTreatmentPhase(programme, planned.treatmentPhase) : undefined;
  const isWatched = programme !== undefined && findSituation(programme, phase?.id) !== undefined;
  const coded = isWatched ? 'Observation' : phase?.shortName;
  if (stage === undefined) return coded;
  return phase === undefined || phase.id === stage.phase ? stage.name : `${stage.name} · ${coded}`;
}
