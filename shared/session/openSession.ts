import type { FactOf } from '#shared/protocol/facts.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { openTimeOut } from './contraindications.ts';
import { readEdits } from './readEdits.ts';
import type { SessionState } from './sessionState.ts';

/** The session after its first fact. What an old log does not say stays as in an empty session. */
export function openSession(state: SessionState, fact: FactOf<'session.opened'>): SessionState {
  const { startedAt, program, programVersion, familyName, caregivers, lead } = fact;
  const opened: SessionState = {
    ...state,
    startedAt,
    program,
    programVersion,
    familyName,
    caregivers,
    edits: fact.edits ? readEdits(fact.edits) : undefined,
    treatmentPhase: fact.treatmentPhase ?? undefined,
    stage: fact.stage ?? undefined,
    level: fact.level ?? undefined,
    plannedMs: fact.plannedMs ?? state.plannedMs,
    inPlay: caregivers[0]?.caregiverId,
    ...openTimeOut(fact.timeOut ?? state.timeOut),
  };
  return withLead(opened, lead, 0);
}

/** A person leads from this session time on. */
export function withLead(state: SessionState, lead: ParticipantId, since: number): SessionState {
  return { ...state, lead, leads: [...state.leads, { lead, since }] };
}
