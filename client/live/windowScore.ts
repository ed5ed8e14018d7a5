import type { LiveView } from '#client/api/liveView.ts';
import { shownCodes } from '#client/api/shownCodes.ts';
import { type ClockStop, codedMs } from '#shared/domain/codingWindow.ts';
import { type Tally, tallyOf } from '#shared/domain/mastery.ts';
import { findTreatmentPhase, type Program, type Valence } from '#shared/domain/programs/program.ts';
import type { TreatmentPhase } from '#shared/domain/programs/treatmentPhase.ts';
import { windowStanding } from '#shared/domain/windowStanding.ts';
import type { CaregiverId } from '#shared/protocol/ids.ts';
import { countingCodes, reportWindow, type WindowReport } from '#shared/session/sessionReport.ts';
import { commandFates } from '#shared/session/sequence/commandFates.ts';
import { treatmentPhaseNow } from '#shared/session/programOf.ts';
import { type OwnCodes, placeOfCode, withCode } from '#shared/session/codeList.ts';
import {
  type CodeEntry,
  currentWindow,
  leadAt,
  type SessionState,
  type SessionWindow,
  UNREVIEWED,
} from '#shared/session/sessionState.ts';

type Shown = Pick<LiveView, 'session' | 'self' | 'unsent'>;

/** The window to show: the one being coded, otherwise the last of the caregiver in play. */
export function shownWindow(session: Pick<SessionState, 'windows' | 'inPlay'>): SessionWindow | undefined {
  return currentWindow(session) ?? session.windows.findLast(({ caregiverId }) => caregiverId === session.inPlay);
}

/**
 * Every code on this screen: those of the log with unsent undos and judgments, and unsent codes. Made from the log's list,
 * so that a sequence is played on and not again from the start.
 */
export function ownCodes(view: Shown): readonly CodeEntry[] {
  const own: OwnCodes = { list: undefined };
  let { codes } = view.session;
  if (view.unsent.length === 0) return codes;
  for (const { codeId, at, coder, pending, ...shown } of shownCodes(view)) {
    const place = pending ? -1 : placeOfCode(codes, codeId);
    const known = codes[place];
    const { undone, effective } = shown;
    if (known !== undefined) {
      const isSame = known.undone === undone && known.effective === effective;
      if (!isSame) codes = withCode(codes, place, { ...known, undone, effective }, own);
    } else if (coder !== undefined) {
      const { code, caregiverId, candidates, mode } = shown;
      const byLead = leadAt(view.session, at) === coder;
      const given = { codeId, code, caregiverId, coder, byLead, heardAt: at, pressedAt: at };
      codes = withCode(codes, codes.length, { ...given, undone, candidates, mode, effective, ...UNREVIEWED }, own);
    }
  }
  return codes;
}

function countedCodes(view: Shown): readonly CodeEntry[] {
  return countingCodes({ ...view.session, codes: ownCodes(view) });
}

/** Counts and criteria of the shown window, including unsent presses. Undefined before the first window. */
export function windowScore(view: Shown, program: Program, now: number): WindowReport | undefined {
  const window = shownWindow(view.session);
  return window && reportWindow(countedCodes(view), window, program, now, commandFates(view.session, program));
}

/** The windows of the caregiver in play as they are judged, oldest first. Rule NXT1. */
export function judgedWindows(view: Shown, program: Program, now: number) {
  const { session } = view;
  const own = session.windows.filter(({ caregiverId }) => caregiverId === session.inPlay);
  if (own.length === 0) return [];
  const codes = countedCodes(view);
  const fates = commandFates(session, program);
  return own.map((window) => reportWindow(codes, window, program, now, fates).score);
}

/** What the pad counts: the current window, or since its end while the caregiver is coached. */
export function padTally(view: Shown, program: Program, now: number): Tally {
  const { session } = view;
  if (currentWindow(session)) return windowScore(view, program, now)?.tally ?? {};
  const codedUntil = lastCodedMoment(session);
  const since = countedCodes(view).filter(
    ({ caregiverId, heardAt }) => caregiverId === session.inPlay && heardAt >= codedUntil,
  );
  return tallyOf(since.map(({ code }) => code));
}

/** Session time at which the last window's clock last stopped. 0 if nothing was coded. */
export function lastCodedMoment({ windows }: Pick<SessionState, 'windows'>): number {
  return Math.max(0, ...windows.flatMap(({ spans }) => spans.map(([, to]) => to)));
}

/** Coding time left in a window, in whole ms and never below 0. */
export function remainingMs(window: SessionWindow, now: number): number {
  return Math.max(0, window.lengthMs - codedMs(window, now));
}

/** The current stop of the clock while coding continues, with its reason. Rules WIN3, WIN4. */
export function openStop(session: Pick<SessionState, 'windows'>): ClockStop | undefined {
  return currentWindow(session)?.stops.find(({ to }) => to === undefined);
}

/** How much more must be coded before the window can be assessed. 0 once it can. Rule WIN1. */
export function untilAssessableMs(window: SessionWindow, { assessable }: TreatmentPhase, now: number): number {
  return Math.max(0, assessable.codedMs - codedMs(window, now));
}

/** The treatment phase of a session now, which decides the meaning of its codes and its goals. */
export function phaseNow(
  session: Pick<SessionState, 'windows' | 'inPlay' | 'treatmentPhase'>,
  program: Program,
): TreatmentPhase {
  return findTreatmentPhase(program, treatmentPhaseNow(session, program)) ?? program.phases[0];
}

/** The valence of a code, for its shape and color. A code that the program does not have is neutral. */
export function valenceOf(program: Program, code: string, kind: string): Valence {
  return program.codes.find((definition) => definition.code === code)?.valence[kind] ?? 'neutral';
}

/** Whether a counting window of this caregiver is over: of this treatment phase, or of any. */
export function wasCoded({ windows }: Pick<SessionState, 'windows'>, caregiverId: CaregiverId, kind?: string): boolean {
  return windows.some(
    (window) =>
      window.caregiverId === caregiverId &&
      window.finished &&
      windowStanding(window, 0).is !== 'void' &&
      (kind === undefined || window.kind === kind),
  );
}
