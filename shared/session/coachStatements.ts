import type { Span } from '#shared/domain/codingWindow.ts';
import {
  coachMetrics,
  type CoachMetrics,
  type CoachStatement,
  type UsedSkill,
} from '#shared/domain/coaching/coachMetrics.ts';
import { findCode, type Program } from '#shared/domain/programs/program.ts';
import { speechIn } from './review/speechIn.ts';
import { treatmentPhaseNow } from './programOf.ts';
import { type SessionState, standingCodes, startOf } from './sessionState.ts';

/** Sent prompts that count as statements, and the first observer's codes of the lead coach. Rule TPC1. */
export function coachStatements(state: SessionState, program: Program): readonly CoachStatement[] {
  const coded = standingCodes(state).filter(
    ({ code, byLead }) => !byLead && findCode(program, code)?.stream === 'coach',
  );
  const [first] = coded;
  const heard = coded
    .filter(({ coder }) => coder === first?.coder)
    .map(({ code, heardAt }) => ({ code, at: heardAt, skill: null }));
  const sent = state.prompts.flatMap(({ coachCode, sentAt, skill }) =>
    coachCode === null ? [] : [{ code: coachCode, at: sentAt, skill }],
  );
  return [...heard, ...sent].flatMap(({ code, at, skill }) => {
    const definition = findCode(program, code);
    if (definition?.style === undefined) return [];
    return [{ at, code, skill, style: definition.style, praisesParent: definition.praisesParent === true }];
  });
}

/** Null if nobody coded the coach and no prompt was a statement. Rules TPC1 to TPC6. */
export function coachingOf(state: SessionState, program: Program, now: number): CoachMetrics | null {
  const statements = coachStatements(state, program);
  if (statements.length === 0) return null;
  return coachMetrics({
    statements,
    skills: usedSkills(state, program),
    spans: coachingSpans(state, now),
    voice: state.voices.filter(({ track }) => track === 'coach-voice').map(({ from, to }) => [from, to ?? now]),
    speech: speechIn(state),
  });
}

/** The parent's skills in the lead coach's record: the codes to do in the treatment phase of that moment. */
function usedSkills(state: SessionState, program: Program): readonly UsedSkill[] {
  return standingCodes(state).flatMap(({ code, heardAt, byLead }) => {
    const definition = byLead ? findCode(program, code) : undefined;
    if (definition?.stream !== 'parent') return [];
    const window = state.windows.findLast((one) => (startOf(one) ?? Infinity) <= heardAt);
    const kind = window?.kind ?? treatmentPhaseNow({ ...state, windows: [] }, program);
    return definition.valence[kind] === 'do' ? [{ at: heardAt, code }] : [];
  });
}

/** The spans in which the caregiver was coached, up to now. */
export function coachingSpans({ phases }: Pick<SessionState, 'phases'>, now: number): readonly Span[] {
  return phases.flatMap(({ phase, since }, index): Span[] => {
    const to = phases[index + 1]?.since ?? now;
    return phase === 'coaching' && to > since ? [[since, to]] : [];
  });
}
