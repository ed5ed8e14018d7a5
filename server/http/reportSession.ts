import type { Programme } from '#shared/domain/programmes/programme.ts';
import type { SessionReport } from '#shared/protocol/http.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import { countingCodes, reportWindow, tallyOutside } from '#shared/session/sessionReport.ts';
import type { CodeEntry, SessionState, SessionWindow } from '#shared/session/sessionState.ts';

/** What was coded in a session, as of a moment of session time. */
export function reportSession(
  sessionId: SessionId,
  state: SessionState,
  programme: Programme,
  now: number,
): SessionReport {
  const codes = countingCodes(state);
  return {
    sessionId,
    familyName: state.familyName,
    startedAt: state.startedAt,
    phase: state.phase,
    windows: state.windows.flatMap((window) => describeWindow(state, codes, window, programme, now)),
    countsOutside: { ...tallyOutside(codes, state.windows) },
  };
}

function describeWindow(
  { caregivers }: SessionState,
  codes: readonly CodeEntry[],
  window: SessionWindow,
  programme: Programme,
  now: number,
): SessionReport['windows'] {
  const caregiver = caregivers.find(({ caregiverId }) => caregiverId === window.caregiverId);
  if (caregiver === undefined) return [];
  const { codedMs, tally, score } = reportWindow(codes, window, programme, now);
  return [
    {
      windowId: window.windowId,
      kind: window.kind,
      caregiver,
      codedMs: Math.round(codedMs),
      counts: { ...tally },
      assessable: score.assessable,
      mastered: score.mastered,
      criteria: score.criteria.map((criterion) => ({ ...criterion, codes: [...criterion.codes] })),
    },
  ];
}
