import { CODED_WITHIN_MS } from '#shared/domain/speech/codedWithin.ts';
import type { CodeId } from '#shared/protocol/ids.ts';
import type { CodeEntry, SessionState } from '../sessionState.ts';
import { personIn } from './personIn.ts';
import type { TranscriptLineOf, Words } from './transcriptLine.ts';

/** The words of a session: those beside a code, and those that stand alone. */
export type PlacedWords = {
  readonly ofCode: ReadonlyMap<CodeId, Words>;
  readonly alone: readonly TranscriptLineOf<'words'>[];
};

/** Typed words go where their writer put them, others to the first code without words up to 2 s after. Rule TRN5. */
export function placeWords(state: SessionState): PlacedWords {
  const ofCode = new Map<CodeId, Words>();
  const alone: TranscriptLineOf<'words'>[] = [];
  const known = new Set(state.codes.map(({ codeId }) => codeId));

  for (const { utteranceId, heardAt: at, speaker, text, codeId, by } of state.review.utterances) {
    const words: Words = { source: 'typed', text, utteranceId, by: personIn(state, by) };
    if (codeId !== null && known.has(codeId) && !ofCode.has(codeId)) ofCode.set(codeId, words);
    else alone.push({ type: 'words', key: `typed-${utteranceId}`, at, to: at, speaker, words });
  }

  const codes = state.codes
    .filter(({ undone, byLead }) => !undone && byLead)
    .toSorted((one, other) => one.heardAt - other.heardAt);
  for (const { from: at, to, text } of state.review.transcribed) {
    const words: Words = { source: 'transcribed', text };
    const code = firstFree(codes, at, to + CODED_WITHIN_MS, ofCode);
    if (code !== undefined) ofCode.set(code.codeId, words);
    else alone.push({ type: 'words', key: `transcribed-${at}-${alone.length}`, at, to, speaker: undefined, words });
  }
  return { ofCode, alone };
}

/** The first of these sorted codes in `[from, to]` that has no words yet. */
function firstFree(
  codes: readonly CodeEntry[],
  from: number,
  to: number,
  taken: ReadonlyMap<CodeId, Words>,
): CodeEntry | undefined {
  const first = codes.findIndex(({ heardAt }) => heardAt >= from);
  if (first === -1) return undefined;
  for (let index = first; index < codes.length; index += 1) {
    const code = codes[index];
    if (code === undefined || code.heardAt > to) return undefined;
    if (!taken.has(code.codeId)) return code;
  }
  return undefined;
}
