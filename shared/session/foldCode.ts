import type { FactOf } from '#shared/protocol/facts.ts';
import type { CodeId, ParticipantId } from '#shared/protocol/ids.ts';
import { type OwnCodes, placeOfCode, withCode } from './codeList.ts';
import { hadSeenOthers } from './review/hadSeenOthers.ts';
import { type CodeEntry, leadAt, type SessionState, UNREVIEWED } from './sessionState.ts';

type CodeFact = FactOf<'code.recorded' | 'code.undone' | 'command.judged' | 'code.corrected' | 'code.added'>;

/** A session after one more fact about a code: given, undone, judged, corrected or added. `own`: see `foldFacts`. */
export function foldCode(state: SessionState, fact: CodeFact, own: OwnCodes): SessionState {
  const { codes } = state;
  switch (fact.type) {
    case 'code.recorded': {
      const { codeId, code, caregiverId, heardAt, pressedAt, candidates, mode, by } = fact;
      if (by === 'server') return state;
      const byLead = by === leadAt(state, pressedAt);
      const given = { codeId, code, caregiverId, coder: by, byLead, heardAt, pressedAt, undone: false };
      const cameLate = state.phase === 'closed';
      const late = { cameLate, sawOthers: hadSeenOthers(state, { coder: by, byLead, caregiverId, heardAt }) };
      const entry: CodeEntry = { ...given, candidates, mode, effective: true, ...UNREVIEWED, ...late };
      return { ...state, codes: withCode(codes, codes.length, entry, own) };
    }
    case 'code.undone':
      return editCode(state, fact.codeId, own, (entry) => ({
        undone: true,
        sawOthers: entry.sawOthers || hadSeenOthers(state, entry),
      }));
    case 'command.judged':
      return editCode(state, fact.codeId, own, () => ({ effective: fact.effective }));
    case 'code.corrected': {
      const { code, reason, by } = fact;
      return editCode(state, fact.codeId, own, () => ({ correction: { code, reason, by } }));
    }
    case 'code.added':
      return fact.by === 'server'
        ? state
        : { ...state, codes: withCode(codes, codes.length, addedCode(fact, fact.by), own) };
  }
}

/** A code that a review added counts for the record like the lead coach's own. Rule REV3. */
function addedCode(
  { codeId, code, caregiverId, heardAt, reason }: FactOf<'code.added'>,
  coder: ParticipantId,
): CodeEntry {
  const given = { codeId, code, caregiverId, coder, byLead: true, heardAt, pressedAt: heardAt, undone: false };
  return { ...given, candidates: undefined, mode: undefined, effective: true, ...UNREVIEWED, addedBecause: reason };
}

function editCode(
  state: SessionState,
  codeId: CodeId,
  own: OwnCodes,
  edit: (entry: CodeEntry) => Partial<CodeEntry>,
): SessionState {
  const place = placeOfCode(state.codes, codeId);
  const entry = state.codes[place];
  return entry === undefined
    ? state
    : { ...state, codes: withCode(state.codes, place, { ...entry, ...edit(entry) }, own) };
}
