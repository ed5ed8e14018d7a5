import { spansUntil } from '#shared/domain/codingWindow.ts';
import { criteriaOf } from '#shared/domain/programs/findProgram.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import { resolveCandidates } from '#shared/domain/scoring/resolveCandidates.ts';
import { windowStanding } from '#shared/domain/windowStanding.ts';
import type { CaregiverId, SessionId } from '#shared/protocol/ids.ts';
import {
  type Transcript,
  TRANSCRIPT_FORMAT,
  transcriptCodes,
  type TranscriptEvent,
} from '#shared/protocol/transcript.ts';
import { type CommandFates, commandFates, isInterrupted } from './sequence/commandFates.ts';
import { asCorrected, type CodeEntry, type SessionState, type SessionWindow } from './sessionState.ts';

/** Codes as a review left them, with what happened to commands; or as their coder gave them. Rules REL9, REV3. */
export type TranscriptState = 'as reviewed' | 'as given';

/** Codes as the events of a transcript, in the order in which they were heard. Undone codes stay in it, retracted. */
export function transcriptEvents(
  codes: readonly CodeEntry[],
  program: Program,
  { interrupted, halted }: CommandFates,
  state: TranscriptState = 'as reviewed',
): TranscriptEvent[] {
  const known = new Set(transcriptCodes(program).map(({ code }) => code));
  const isReviewed = state === 'as reviewed';
  const given = (isReviewed ? codes.map(asReviewed) : codes).filter(({ code }) => known.has(code));
  const isVoid = (entry: CodeEntry) => isReviewed && isInterrupted(entry, program, { interrupted });
  const events = given
    .toSorted((one, other) => one.heardAt - other.heardAt)
    .map((entry) => ({ ...toEvent(entry, program), ...(isVoid(entry) && { void: true }) }));
  const stops = stopsOf(given, program, halted);
  return stops.length === 0 ? events : [...events, ...stops].toSorted((one, other) => one.at - other.at);
}

/** Nothing is due after a refusal if time-out is contraindicated: a stop says so, so that scores agree. Rule SEQ13. */
function stopsOf(
  given: readonly CodeEntry[],
  program: Program,
  halted: CommandFates['halted'],
): readonly TranscriptEvent[] {
  const standing = given.filter(({ undone }) => !undone);
  return standing.flatMap(({ codeId, code }) => {
    const at = halted.get(codeId);
    const sequence = sequencesOf(program).find(({ commands }) => commands.includes(code));
    if (at === undefined || sequence === undefined) return [];
    const { complied, refused, noChance, steps } = sequence;
    const answered = standing
      .filter((entry) => entry.heardAt <= at && [complied, refused, noChance].includes(entry.code))
      .toSorted((one, other) => one.heardAt - other.heardAt)
      .at(-1);
    // A review may have found another response, which leaves nothing to stop.
    return answered?.code === refused ? [{ id: `${codeId}.${steps.stop}`, at, code: steps.stop }] : [];
  });
}

/** A code as a review left it. A code that was never said stays in the transcript, retracted. */
function asReviewed(entry: CodeEntry): CodeEntry {
  return asCorrected(entry)[0] ?? { ...entry, undone: true };
}

function isDirect(code: string, program: Program): boolean {
  return sequencesOf(program).some(({ direct }) => direct.includes(code));
}

function sequencesOf({ phases }: Program) {
  return phases.flatMap(({ sequence }) => sequence ?? []);
}

function toEvent(entry: CodeEntry, program: Program): TranscriptEvent {
  return {
    id: entry.codeId,
    at: entry.heardAt,
    ...codeOrCandidates(entry, program),
    ...(!entry.effective && isDirect(entry.code, program) && { effective: false }),
    ...(entry.undone && { retracted: true }),
  };
}

/** The candidates that the coder saw; only the code if it was settled otherwise since. */
function codeOrCandidates(
  { code, candidates, mode }: CodeEntry,
  program: Program,
): Pick<TranscriptEvent, 'code' | 'candidates' | 'mode'> {
  if (candidates === undefined || mode === undefined) return { code };
  return resolveCandidates(program, candidates, mode) === code ? { candidates: [...candidates], mode } : { code };
}

/** The lead coach's codes of one caregiver; scoring them gives the same result as the report. */
export function sessionTranscript(
  sessionId: SessionId,
  state: SessionState,
  program: Program,
  caregiverId: CaregiverId,
  now: number,
): Transcript {
  const codes = state.codes.filter((entry) => entry.byLead && entry.caregiverId === caregiverId);
  const events = transcriptEvents(codes, program, commandFates(state, program));
  return { ...transcriptHead(sessionId, state, program, caregiverId, now), events };
}

/** A transcript without its events: the session, one caregiver, and their windows. */
export function transcriptHead(
  sessionId: SessionId,
  state: SessionState,
  program: Program,
  caregiverId: CaregiverId,
  now: number,
): Omit<Transcript, 'events'> {
  return {
    format: TRANSCRIPT_FORMAT,
    programme: program.id,
    criteria: criteriaOf(program).exact,
    session: { id: sessionId, startedAt: state.startedAt },
    caregiver: caregiverId,
    windows: state.windows
      .filter((window) => window.caregiverId === caregiverId)
      .map((window) => transcriptWindow(window, now)),
  };
}

function transcriptWindow(window: SessionWindow, now: number): Transcript['windows'][number] {
  return {
    id: window.windowId,
    kind: window.kind,
    spans: spansUntil(window, now).map(([from, to]) => [Math.round(from), Math.round(to)]),
    void: windowStanding(window, now).is === 'void',
  };
}
