import { ASSESSABLE_MS, codedMs, countsIn } from '#shared/domain/codingWindow.ts';
import { type MasteryScore, scoreMastery, type Tally, tallyOf } from '#shared/domain/mastery.ts';
import type { Programme } from '#shared/domain/programmes/programme.ts';
import type { SessionReport } from '#shared/protocol/http.ts';
import type { ParticipantId, SessionId } from '#shared/protocol/ids.ts';
import { type CodeEntry, type SessionState, type SessionWindow, standingCodes } from './sessionState.ts';

export type WindowReport = {
  readonly window: SessionWindow;
  readonly codedMs: number;
  readonly tally: Tally;
  readonly score: MasteryScore;
};

/** The codes that count for the record: standing, and given by whoever was lead coach at the time. Rule COD2. */
export function countingCodes(state: SessionState): readonly CodeEntry[] {
  return standingCodes(state).filter(({ byLead }) => byLead);
}

/** What one coder gave, as it stands. */
export function codesOf(state: SessionState, coder: ParticipantId): readonly CodeEntry[] {
  return standingCodes(state).filter((entry) => entry.coder === coder);
}

/** One window's counts and criteria at a moment of session time, with the reasons. Rules WIN1, WIN2, CDI1 to CDI5. */
export function reportWindow(
  codes: readonly CodeEntry[],
  window: SessionWindow,
  programme: Programme,
  now: number,
): WindowReport {
  const inWindow = codes.filter((entry) => entry.caregiverId === window.caregiverId && countsIn(window, entry.heardAt));
  const tally = tallyOf(inWindow.map(({ code }) => code));
  const coded = codedMs(window, now);
  const score = scoreMastery(tally, programme.criteria[window.kind], coded >= ASSESSABLE_MS);
  return { window, codedMs: coded, tally, score };
}

/** Counts of what was coded outside every window. */
export function tallyOutside(codes: readonly CodeEntry[], windows: readonly SessionWindow[]): Tally {
  return tallyOf(
    codes.filter(({ heardAt }) => !windows.some((window) => countsIn(window, heardAt))).map(({ code }) => code),
  );
}

/** The whole session as counts and criteria, window by window. `now` is session time in ms. */
export function reportSession(
  sessionId: SessionId,
  state: SessionState,
  programme: Programme,
  now: number,
): SessionReport {
  const codes = countingCodes(state);
  const windows = state.windows.flatMap((window) => {
    const caregiver = state.caregivers.find(({ caregiverId }) => caregiverId === window.caregiverId);
    if (caregiver === undefined) return [];
    const { codedMs: coded, tally, score } = reportWindow(codes, window, programme, now);
    const { windowId, kind } = window;
    const criteria = score.criteria.map((criterion) => ({ ...criterion, codes: [...criterion.codes] }));
    return [{ windowId, kind, caregiver, codedMs: Math.round(coded), counts: { ...tally }, ...score, criteria }];
  });
  return {
    sessionId,
    familyName: state.familyName,
    startedAt: state.startedAt,
    phase: state.phase,
    windows,
    countsOutside: { ...tallyOutside(codes, state.windows) },
  };
}
