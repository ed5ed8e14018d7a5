import type { Phase } from '#shared/domain/phase.ts';
import type { SessionSummary } from '#shared/protocol/http/sessions.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';

export function summaryOf(session: SessionRecord, phase: Phase): SessionSummary {
  const { sessionId, familyId, familyName, childInitials, caregivers, leadName, startsAt } = session;
  const { program, programVersion, stage, treatmentPhase } = session;
  return {
    sessionId,
    familyId,
    familyName,
    childInitials,
    caregivers: [...caregivers],
    therapistName: leadName,
    startsAt: startsAt.toISOString(),
    phase,
    program,
    programVersion,
    stage,
    treatmentPhase,
  };
}
