import { findTreatmentPhase, type Program } from '#shared/domain/programs/program.ts';
import { NO_TIME_OUT_SETTINGS, type TimeOutSettings } from '#shared/domain/sequence/commandSequence.ts';
import type { Edits, FactDraft } from '#shared/protocol/facts.ts';
import type { CaregiverId } from '#shared/protocol/ids.ts';
import { aFact, CAREGIVER_A, LEAD, PARENT, SESSION, SUPERVISOR, UNTIL_CHECK_IN } from './aSession.ts';
import { foldFacts } from '../foldFacts.ts';
import { programOf } from '../programOf.ts';
import type { ExportScene } from '#shared/session/exportScene.ts';

/** A window as it was coded, with what happened to it and its codes. Places are indexes into the list of codes. */
export type CodedWindow = {
  /** A treatment phase of the program, which sets the window's length. */
  readonly kind: string;
  readonly codes: readonly string[];
  readonly caregiverId?: CaregiverId;
  /** Ended by the lead coach halfway. */
  readonly isShort?: boolean;
  /** Made void by the lead coach. */
  readonly isVoid?: boolean;
  /** How long the connection was gone in the middle of the codes, in ms. */
  readonly gapMs?: number;
  readonly undone?: readonly number[];
  readonly notEffective?: readonly number[];
  /** A review's corrections of codes; null for one that was never said. */
  readonly corrected?: readonly { readonly place: number; readonly code: string | null }[];
  /** Codes that a review added. */
  readonly added?: readonly string[];
  readonly ratings?: Readonly<Record<string, string>>;
};

type Over = { readonly timeOut?: TimeOutSettings; readonly edits?: Edits };
type Timed = FactDraft & { readonly at: number };

/** The time between the codes of a window, and where in it a gap begins, in ms. */
const STEP_MS = 1_500;
const GAP_AT_MS = 20_000;
const PAUSE_MS = 10_000;

/**
 * Builder for tests: a closed session of a program, or of a clinic's copy of it, with these windows one after the
 * other.
 */
export function aCodedSession(
  program: Program,
  windows: readonly CodedWindow[],
  { timeOut = NO_TIME_OUT_SETTINGS, edits }: Over = {},
): ExportScene {
  const version = { program: program.id, programVersion: program.version };
  const opened = aFact.opened({ ...version, timeOut, ...(edits && { edits }) });
  const before = UNTIL_CHECK_IN.map((draft): Timed => ({ ...draft, at: 1_000 }));
  const measured = SENSES.map((what): Timed => ({ type: 'sight.returned', by: 'server', at: 1_000, what }));
  const played: Timed[] = [];
  const reviewed: FactDraft[] = [];
  let at = 10_000;
  windows.forEach((window, index) => {
    const { length, facts, review } = play(program, window, index + 1, at);
    played.push(...facts);
    reviewed.push(...review);
    at += length + PAUSE_MS;
  });
  const after: readonly Timed[] = [
    { type: 'feedback.started', by: LEAD, at },
    { type: 'session.closed', by: LEAD, at: at + 1_000 },
    {
      type: 'reviewer.arrived',
      by: SUPERVISOR,
      at: at + 2_000,
      participantId: SUPERVISOR,
      name: 'Ada',
      role: 'supervisor',
    },
    ...reviewed.map((draft) => ({ ...draft, at: at + 2_000 })),
  ];
  const drafts = [...before, ...measured, ...played, ...after];
  const state = foldFacts([opened, ...drafts.map((draft, index) => ({ ...draft, seq: index + 2 }))]);
  return {
    sessionId: SESSION,
    state,
    program: programOf(state) ?? program,
    exportedBy: 'Ada',
    exportedAt: '2026-11-22T09:30:00.000Z',
    timeZone: 'UTC',
    childInitials: 'T.',
    therapistName: 'Noor',
  };
}

const SENSES = ['picture', 'sound'] as const;
const REASON = 'Heard otherwise';

/** The facts of one window from this session time on, its length, and what a review adds to it. */
function play(program: Program, window: CodedWindow, number: number, from: number) {
  const { kind, codes, caregiverId = CAREGIVER_A, gapMs = 0, ratings, added = [], corrected = [] } = window;
  const lengthMs = findTreatmentPhase(program, kind)?.windowMs ?? 0;
  const windowId = aFact.windowId(number);
  const length = (window.isShort === true ? lengthMs / 2 : lengthMs) + gapMs;
  const idOf = (place: number) => aFact.codeId(1_000 * number + place);
  const said = codes.flatMap((code, place): Timed[] => {
    const at = from + 1_000 + place * STEP_MS;
    const codeId = idOf(place);
    return [
      { type: 'code.recorded', by: LEAD, at, codeId, code, caregiverId, heardAt: at, pressedAt: at },
      ...(window.undone?.includes(place) === true
        ? [{ type: 'code.undone', by: LEAD, at: at + 500, codeId } as const]
        : []),
      ...(window.notEffective?.includes(place) === true
        ? [{ type: 'command.judged', by: LEAD, at: at + 500, codeId, effective: false } as const]
        : []),
    ];
  });
  const facts: readonly Timed[] = [
    { type: 'coding.started', by: LEAD, at: from, windowId, kind, caregiverId, lengthMs },
    ...[...said, ...(gapMs === 0 ? [] : gapFacts(from + GAP_AT_MS, gapMs))].toSorted((one, other) => one.at - other.at),
    window.isShort === true
      ? { type: 'coding.finished', by: LEAD, at: from + length, windowId, complete: false }
      : { type: 'coding.finished', by: 'server', at: from + length, windowId, complete: true },
    ...(ratings ? [{ type: 'window.rated', by: LEAD, at: from + length, windowId, ratings } as const] : []),
    ...(window.isVoid === true
      ? [{ type: 'window.voided', by: LEAD, at: from + length, windowId, reason: 'A visitor came in' } as const]
      : []),
  ];
  const review: readonly FactDraft[] = [
    ...corrected.map(
      ({ place, code }) =>
        ({ type: 'code.corrected', by: SUPERVISOR, codeId: idOf(place), code, reason: REASON }) as const,
    ),
    ...added.map((code, place) => {
      const given = { codeId: idOf(codes.length + place), code, caregiverId, heardAt: from + 500 + place };
      return { type: 'code.added', by: SUPERVISOR, ...given, reason: REASON } as const;
    }),
  ];
  return { length, facts, review };
}

function gapFacts(at: number, gapMs: number): readonly Timed[] {
  const room = { participantId: PARENT, name: 'Rivera', role: 'caregiver', device: 'combined' } as const;
  return [
    { type: 'participant.left', by: 'server', at, participantId: PARENT, why: 'connection' },
    { type: 'participant.joined', by: 'server', at: at + gapMs, ...room, wearer: CAREGIVER_A },
    ...SENSES.map((what): Timed => ({ type: 'sight.returned', by: 'server', at: at + gapMs, what })),
  ];
}
