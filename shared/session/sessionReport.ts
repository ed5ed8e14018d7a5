import { codedMs, spansUntil } from '#shared/domain/codingWindow.ts';
import { type Tally, tallyOf } from '#shared/domain/mastery.ts';
import { ratiosOf } from '#shared/domain/scoring/ratios.ts';
import { scoreWindow, type WindowScore } from '#shared/domain/scoring/scoreWindow.ts';
import { windowStanding, type WindowStanding } from '#shared/domain/windowStanding.ts';
import { findTreatmentPhase, isMasteryPhase, type Program } from '#shared/domain/programs/program.ts';
import type { Edits } from '#shared/protocol/facts.ts';
import type { SessionReport } from '#shared/protocol/http/report.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import { eventsToScore } from '#shared/protocol/transcriptEvents.ts';
import { begunOn } from './beginning.ts';
import { coachingOf } from './coachStatements.ts';
import { latePressOf } from './latePress.ts';
import { roomWarningGiven } from './sequence/roomWarning.ts';
import { type CommandFates, commandFates, NO_FATES } from './sequence/commandFates.ts';
import { transcriptEvents } from './sessionTranscript.ts';
import { type CodeEntry, type SessionState, type SessionWindow, standingCodes, startOf } from './sessionState.ts';
import { windowOfCode } from './windowOfCode.ts';
import { uncertainCodes } from './uncertainCodes.ts';

export type WindowReport = {
  readonly window: SessionWindow;
  readonly codedMs: number;
  readonly tally: Tally;
  readonly score: WindowScore;
};

/** The codes that count for the record: standing, and given by the lead coach of that moment. Rule COD2. */
export function countingCodes(state: SessionState): readonly CodeEntry[] {
  return standingCodes(state).filter(({ byLead }) => byLead);
}

/** One window's counts and criteria at a moment of session time, with the reasons. Rules WIN1, WIN2, CDI1 to CDI5. */
export function reportWindow(
  codes: readonly CodeEntry[],
  window: SessionWindow,
  program: Program,
  now: number,
  fates: CommandFates = NO_FATES,
): WindowReport {
  const phase = findTreatmentPhase(program, window.kind) ?? program.phases[0];
  const own = codes.filter(({ caregiverId }) => caregiverId === window.caregiverId);
  const events = eventsToScore({ events: transcriptEvents(own, program, fates) }, program);
  const isVoid = windowStanding(window, now).is === 'void';
  const score = scoreWindow(events, { program, phase, spans: spansUntil(window, now), void: isVoid });
  return { window, codedMs: codedMs(window, now), tally: score.tally, score };
}

/** Counts of codes outside every window. */
function tallyOutside(codes: readonly CodeEntry[], windows: readonly SessionWindow[]): Tally {
  return tallyOf(codes.filter((entry) => windowOfCode(windows, entry) === undefined).map(({ code }) => code));
}

/** The whole session as counts and criteria, window by window. `now` is session time in ms. */
export function reportSession(sessionId: SessionId, state: SessionState, program: Program, now: number): SessionReport {
  const codes = countingCodes(state);
  const fates = commandFates(state, program);
  const windows = state.windows.flatMap((window) => {
    const caregiver = state.caregivers.find(({ caregiverId }) => caregiverId === window.caregiverId);
    if (caregiver === undefined) return [];
    const { codedMs: coded, score } = reportWindow(codes, window, program, now, fates);
    const standing = windowStanding(window, now);
    const { windowId, kind, ratings, stops } = window;
    const phase = findTreatmentPhase(program, kind);
    return [
      {
        windowId,
        kind,
        caregiver,
        from: Math.round(startOf(window) ?? now),
        codedMs: Math.round(coded),
        counts: { ...score.tally },
        assessable: score.assessable,
        mastered: score.mastered,
        isMastery: phase !== undefined && isMasteryPhase(phase),
        criteria: [...score.criteria],
        goals: [...score.goals],
        commands: score.commands,
        outcomes: [...score.outcomes],
        uncertain: [...uncertainCodes(codes, window)],
        ratios: [...ratiosOf(score, phase?.ratios ?? [], phase?.sequence)],
        standing: standing.is,
        voidWhy: voidWhy(standing),
        gaps: standing.gaps.map((causes) => [...causes]),
        stops: stops.map((stop) => {
          const to = stop.to ?? Math.round(now);
          return stop.why === 'gap' ? { ...stop, causes: [...stop.causes], to } : { ...stop, to };
        }),
        ratings: { ...ratings },
      },
    ];
  });
  return {
    sessionId,
    familyName: state.familyName,
    startedAt: begunOn(state),
    phase: state.phase,
    program: state.program,
    programVersion: state.programVersion,
    edits: editsOf(state),
    treatmentPhase: state.treatmentPhase ?? null,
    stage: state.stage ?? null,
    ...(state.level !== undefined && { level: state.level }),
    windows,
    ...lateCodesOf(codes, state),
    ...(roomWarningGiven(state, program) && { roomWarningGiven: true }),
    ...(state.contraindications.length > 0 && {
      contraindications: state.contraindications.map(({ since, is }) => ({ since, is })),
    }),
    countsOutside: { ...tallyOutside(codes, state.windows) },
    // Shown after the session only, because the lead coach can open the report during it. Rule AUD5.
    coach: state.phase === 'closed' ? coachingOf(state, program, now) : null,
  };
}

/** The codes that arrived after the close, with the time of their press. Rule LOG5. */
function lateCodesOf(codes: readonly CodeEntry[], { caregivers }: SessionState): Pick<SessionReport, 'lateCodes'> {
  const lateCodes = codes.flatMap((entry) => {
    const pressedAt = latePressOf(entry);
    if (pressedAt === undefined) return [];
    const caregiver = caregivers.find(({ caregiverId }) => caregiverId === entry.caregiverId);
    return [{ code: entry.code, caregiverName: caregiver?.name ?? '', pressedAt: Math.round(pressedAt) }];
  });
  return lateCodes.length === 0 ? {} : { lateCodes };
}

/** The lead coach's own reason why a window is void. Rule WIN5. */
function voidWhy({ is, why }: WindowStanding): string | null {
  return is === 'void' && typeof why === 'object' ? why.reason : null;
}

function editsOf({ edits }: SessionState): Edits | null {
  if (edits === undefined) return null;
  const { prompts, goals, localGoals, checklists } = edits;
  return {
    goals: { ...goals },
    localGoals: localGoals.map((goal) => ({ ...goal, codes: [...goal.codes] })),
    prompts: prompts?.map((prompt) => ({ ...prompt, phases: [...prompt.phases] })),
    ...(checklists && { checklists: checklists.map((one) => ({ ...one, items: [...one.items] })) }),
  };
}
