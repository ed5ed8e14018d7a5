import type { Program } from '#shared/domain/programs/program.ts';
import { FamilyId } from '#shared/protocol/ids.ts';
import { SESSION, SUPERVISOR } from '#shared/session/testing/aSession.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import { createPlayer, type PlayerPorts } from '../player/createPlayer.ts';
import type { ReviewView } from '../reviewContext.ts';

/** For tests: a closed session under a supervisor's review. Imports fail unless the test says how they succeed. */
export function aReviewView(
  state: SessionState,
  program: Program,
  over: Partial<Pick<ReviewView, 'self' | 'enter' | 'importCodings'>> = {},
): ReviewView {
  return {
    session: {
      sessionId: SESSION,
      familyId: FamilyId.parse('00000000-0000-4000-8000-000000000002'),
      familyName: 'Rivera',
      childInitials: 'T',
      caregivers: [...state.caregivers],
      therapistName: 'Noor',
      startsAt: state.startedAt,
      phase: 'closed',
      program: program.id,
      programVersion: program.version,
      stage: null,
      treatmentPhase: 'cdi',
    },
    self: { participantId: SUPERVISOR, name: 'Ada', role: 'supervisor' },
    sight: 'open',
    state,
    program,
    enter: () => Promise.resolve(),
    importCodings: () => Promise.reject(new Error('Nothing is imported here.')),
    ...over,
  };
}

/** For tests: a player whose clock does not advance. Nothing was recorded unless the test says so. */
export function aStillPlayer(over: Partial<PlayerPorts> = {}) {
  return createPlayer({
    recorded: { room: [], coach: [], holes: [] },
    endsAt: 60_000,
    urlOf: (partId) => partId,
    now: () => 0,
    nextFrame: () => () => undefined,
    ...over,
  });
}
