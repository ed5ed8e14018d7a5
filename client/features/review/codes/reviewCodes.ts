import { countsIn } from '#shared/domain/codingWindow.ts';
import { codeTone } from '#client/ui/codeTone.ts';
import {
  type CodeTone,
  findCode,
  findTreatmentPhase,
  type Program,
  type Stream,
  type Valence,
} from '#shared/domain/programs/program.ts';
import { openCommands } from '#shared/domain/scoring/openCommands.ts';
import type { CodeId } from '#shared/protocol/ids.ts';
import { codeLines } from '#shared/session/review/codeLines.ts';
import type { SecondCoding } from '#shared/session/review/reviewState.ts';
import type { CodeStanding, Person } from '#shared/session/review/transcriptLine.ts';
import type { SessionState } from '#shared/session/sessionState.ts';

/** A code as a review shows it, live or from a second coding. */
export type ReviewCode = {
  readonly codeId: CodeId;
  /** The code as its coder gave it. */
  readonly code: string;
  /** What it counts as after a review. Undefined if it does not count. */
  readonly counts: string | undefined;
  /** Session time of what it codes, in ms. */
  readonly at: number;
  readonly stream: Stream;
  readonly valence: Valence;
  readonly tone: CodeTone;
  readonly coder: Person;
  /** For the record, by an observer live, or in a second coding. */
  readonly given: 'lead' | 'observer' | 'second';
  /** Different for each coder with codes of this kind. */
  readonly by: string;
  readonly standing: CodeStanding;
  readonly candidates: readonly string[] | undefined;
  readonly mode: 'both' | 'unsure' | undefined;
  /** When it was pressed, if it arrived after the close. Rule LOG5. */
  readonly latePress: number | undefined;
  /** The child's answer to this command was not coded. Rule PDI2. */
  readonly isOpen: boolean;
  /** Counts in no window. Rule WIN2. */
  readonly isOutside: boolean;
};

const NO_WORDS = { ofCode: new Map(), alone: [] } as const;

/** All codes of a session and its finished second codings, including undone ones, in the order of what was heard. */
export function reviewCodes(state: SessionState, program: Program): readonly ReviewCode[] {
  const live = codeLines(state, program, NO_WORDS).map((line): ReviewCode => {
    const {
      codeId,
      code,
      at,
      coder,
      byLead,
      standing,
      candidates,
      mode,
      latePress,
      isOpen,
      isOutside,
      treatmentPhase,
    } = line;
    const by = byLead ? 'lead' : coder.participantId;
    const counts = countsAs(code, standing);
    const looks = looksOf(program, counts ?? code, treatmentPhase);
    return {
      codeId,
      code,
      counts,
      at,
      coder,
      given: byLead ? 'lead' : 'observer',
      by,
      standing,
      candidates,
      mode,
      latePress,
      isOpen,
      isOutside,
      ...looks,
    };
  });
  const second = state.review.codings.filter(({ finished }) => finished);
  return [...live, ...second.flatMap((coding) => codesOf(coding, state, program))].toSorted(
    (one, other) => one.at - other.at,
  );
}

function codesOf(coding: SecondCoding, state: SessionState, program: Program): readonly ReviewCode[] {
  const { codingId, windowId, coder: participantId, coderName: name, codes } = coding;
  const window = state.windows.find((one) => one.windowId === windowId);
  const kind = window?.kind ?? program.phases[0].id;
  const sequence = findTreatmentPhase(program, kind)?.sequence;
  const standing = codes.filter(({ undone }) => !undone).map((one) => ({ ...one, at: one.heardAt }));
  const open = new Set(sequence && [...openCommands(standing, sequence, 'with the last')].map(({ codeId }) => codeId));
  return codes.map(({ codeId, code, heardAt: at, undone, candidates, mode }) => ({
    codeId,
    code,
    counts: undone ? undefined : code,
    at,
    coder: { participantId, name },
    given: 'second',
    by: codingId,
    standing: { is: undone ? 'undone' : 'given' },
    candidates,
    mode,
    latePress: undefined,
    isOpen: open.has(codeId),
    isOutside: window === undefined || !countsIn(window, at),
    ...looksOf(program, code, kind),
  }));
}

function countsAs(code: string, standing: CodeStanding): string | undefined {
  if (standing.is === 'undone' || standing.is === 'struck') return undefined;
  return standing.is === 'corrected' ? standing.to : code;
}

function looksOf(program: Program, code: string, phase: string): Pick<ReviewCode, 'stream' | 'valence' | 'tone'> {
  const definition = findCode(program, code);
  const valence = definition?.valence[phase] ?? 'neutral';
  return { stream: definition?.stream ?? 'parent', valence, tone: codeTone(definition?.tone, valence) };
}
