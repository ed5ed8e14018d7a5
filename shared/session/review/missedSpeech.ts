import { type Span, spansUntil } from '#shared/domain/codingWindow.ts';
import { findCode, type Program } from '#shared/domain/programs/program.ts';
import { uncodedSpeech } from '#shared/domain/speech/uncodedSpeech.ts';
import { coachingSpans } from '../coachStatements.ts';
import { type CodeEntry, type SessionState, standingCodes } from '../sessionState.ts';
import { speechIn } from './speechIn.ts';

/** Where somebody spoke during coding and nothing was coded. `now` is session time in ms. Rule TRN4. */
export function missedSpeech(state: SessionState, program: Program, now: number): readonly Span[] {
  const speech = speechIn(state);
  if (speech === null) return [];
  const codes = standingCodes(state).filter(({ code }) => findCode(program, code)?.stream !== 'coach');
  return uncodedSpeech({
    speech,
    codedAt: codes.map(({ heardAt }) => heardAt),
    coding: [...state.windows.flatMap((window) => spansUntil(window, now)), ...codedCoaching(state, codes, now)],
  });
}

/** The spans of coaching in which the lead coach gave codes. */
function codedCoaching(state: SessionState, codes: readonly CodeEntry[], now: number): readonly Span[] {
  return coachingSpans(state, now).filter(([from, to]) =>
    codes.some(({ byLead, heardAt }) => byLead && heardAt >= from && heardAt < to),
  );
}
