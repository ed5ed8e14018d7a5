import type { Program } from '#shared/domain/programs/program.ts';
import { sequenceSteps } from '../sequence/sequenceSteps.ts';
import type { SessionState } from '../sessionState.ts';
import { codeLines } from './codeLines.ts';
import { missedSpeech } from './missedSpeech.ts';
import { personIn } from './personIn.ts';
import { placeWords } from './placeWords.ts';
import { sessionLines } from './sessionLines.ts';
import type { TranscriptLine, TranscriptLineType } from './transcriptLine.ts';

/**
 * A session as lines in order of time: every code once, words, events and steps, remarks at their time (not on the
 * whole session), and speech that nobody coded. `now`: session time in ms for what is not over. Rules TRN4, TRN5.
 */
export function transcriptLines(state: SessionState, program: Program, now: number): readonly TranscriptLine[] {
  const placed = placeWords(state);
  const lines: readonly TranscriptLine[] = [
    ...sessionLines(state),
    ...codeLines(state, program, placed),
    ...placed.alone,
    ...uncodedLines(state, program, now),
    ...stepLines(state, program, now),
    ...remarkLines(state),
  ];
  return lines.toSorted((one, other) => one.at - other.at || rankOf(one) - rankOf(other));
}

/** The order of lines at the same moment: first the context, then what was said, then its consequences. */
const RANK: Readonly<Record<TranscriptLineType, number>> = {
  phase: 0,
  window: 1,
  gap: 2,
  voice: 3,
  uncoded: 4,
  words: 5,
  code: 6,
  step: 7,
  prompt: 8,
  note: 9,
  bookmark: 10,
  comment: 11,
};

/** A window's end comes before the phase that follows it. */
function rankOf(line: TranscriptLine): number {
  return line.type === 'window' && line.is === 'ended' ? -1 : RANK[line.type];
}

function uncodedLines(state: SessionState, program: Program, now: number): readonly TranscriptLine[] {
  return missedSpeech(state, program, now).map(([at, to]) => ({ type: 'uncoded', key: `uncoded-${at}`, at, to }));
}

function stepLines(state: SessionState, program: Program, now: number): readonly TranscriptLine[] {
  return sequenceSteps(state, program, now).map(({ at, step, outcome }, index) => {
    return { type: 'step', key: `step-${index}`, at, step, outcome };
  });
}

function remarkLines(state: SessionState): readonly TranscriptLine[] {
  const { comments, bookmarks } = state.review;
  const aboutOf = new Map(comments.map(({ remarkId, about }) => [remarkId, about]));
  return [
    ...bookmarks.map(({ remarkId, about: at, label, by }): TranscriptLine => {
      return { type: 'bookmark', key: `remark-${remarkId}`, at, remarkId, by: personIn(state, by), label };
    }),
    ...comments.flatMap(({ remarkId, about, text, answers, by }): readonly TranscriptLine[] => {
      const at = about ?? (answers && aboutOf.get(answers)) ?? null;
      if (at === null) return [];
      const what = { remarkId, by: personIn(state, by), text, answers: answers ?? undefined };
      return [{ type: 'comment', key: `remark-${remarkId}`, at, ...what }];
    }),
  ];
}
