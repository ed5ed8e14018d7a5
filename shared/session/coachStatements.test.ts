import { expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import type { CodeDefinition, Program } from '#shared/domain/programs/program.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { ParticipantId, PromptId } from '#shared/protocol/ids.ts';
import { aFact, CAREGIVER_A, codingSession, LEAD, SESSION, SUPERVISOR } from './testing/aSession.ts';
import { coachingOf, coachStatements } from './coachStatements.ts';
import { applyFact } from './foldFacts.ts';
import { reportSession } from './sessionReport.ts';
import type { SessionState } from './sessionState.ts';

const plain = { definition: '', examples: [], stream: 'coach', valence: {}, keys: [] } as const;
const PRAISES: CodeDefinition = { ...plain, code: 'YES', name: 'Praises', style: 'responsive', praisesParent: true };
const LEADS: CodeDefinition = { ...plain, code: 'TRY', name: 'Leads', style: 'directive' };
const PROGRAM: Program = { ...PCIT, codes: [...PCIT.codes, PRAISES, LEADS] };

const CODING_AT = 10_000;
const COACHING_AT = 70_000;
const OTHER = ParticipantId.parse('another-observer');

const timed = (at: number, draft: FactDraft) => ({ at, draft });

let given = 0;
const coded = (at: number, code: string, by: ParticipantId) => {
  given += 1;
  const codeId = aFact.codeId(given);
  return timed(at, { type: 'code.recorded', by, codeId, code, caregiverId: CAREGIVER_A, heardAt: at, pressedAt: at });
};
const prompted = (at: number, coachCode: string | null, skill: string | null = null) => {
  given += 1;
  const promptId = PromptId.parse(`00000000-0000-4000-b000-${String(given).padStart(12, '0')}`);
  const words = { text: 'Say what you liked.', skill, coachCode, spoken: false, caregiverId: CAREGIVER_A };
  return timed(at, { type: 'prompt.sent', by: LEAD, promptId, ...words });
};

function coached(...news: readonly ReturnType<typeof timed>[]): SessionState {
  const { session } = codingSession(CODING_AT).context;
  const stop = { type: 'coding.finished', by: LEAD, windowId: aFact.windowId(1), complete: false } as const;
  return [timed(COACHING_AT, stop), ...news].reduce(
    (state, { at, draft }) => applyFact(state, { ...draft, seq: state.seq + 1, at }),
    session,
  );
}

const codesIn = (state: SessionState) => coachStatements(state, PROGRAM).map(({ code }) => code);

test('[TPC1] statements are an observer’s codes of the coach, and the prompts that count as statements', () => {
  const state = coached(
    coded(COACHING_AT + 1, 'YES', SUPERVISOR),
    coded(COACHING_AT + 2, 'LP', SUPERVISOR),
    coded(COACHING_AT + 3, 'TRY', LEAD),
    prompted(COACHING_AT + 4, 'TRY', 'LP'),
    prompted(COACHING_AT + 5, null, 'LP'),
    prompted(COACHING_AT + 6, 'NOT-OF-THIS-PROGRAM'),
  );
  expect(coachStatements(state, PROGRAM)).toEqual([
    { at: COACHING_AT + 1, code: 'YES', style: 'responsive', praisesParent: true, skill: null },
    { at: COACHING_AT + 4, code: 'TRY', style: 'directive', praisesParent: false, skill: 'LP' },
  ]);
});

test('[TPC1] if two observers code the coach, the codes of the first one count', () => {
  const state = coached(
    coded(COACHING_AT + 1, 'YES', SUPERVISOR),
    coded(COACHING_AT + 2, 'TRY', OTHER),
    coded(COACHING_AT + 3, 'YES', SUPERVISOR),
  );
  expect(codesIn(state)).toEqual(['YES', 'YES']);
});

test('[TPC4] codes to do in the current phase are skills, as the lead coach coded them', () => {
  const state = coached(
    coded(COACHING_AT + 1_000, 'LP', LEAD),
    coded(COACHING_AT + 20_000, 'DC', LEAD),
    coded(COACHING_AT + 30_000, 'RF', SUPERVISOR),
    coded(COACHING_AT + 2_500, 'YES', SUPERVISOR),
  );
  expect(coachingOf(state, PROGRAM, COACHING_AT + 60_000)).toMatchObject({
    statements: 1,
    perMinute: 1,
    answeredShare: 1,
    medianLagMs: 1_500,
    longestSilenceMs: 57_500,
  });
});

test('[AUD5] the report shows the coach only after the session is closed, and only if there is something to show', () => {
  const going = coached(coded(COACHING_AT + 1_000, 'YES', SUPERVISOR));
  const close = (state: SessionState) =>
    applyFact(state, { type: 'session.closed', by: LEAD, seq: state.seq + 1, at: COACHING_AT + 60_000 });
  const coachIn = (state: SessionState) => reportSession(SESSION, state, PROGRAM, COACHING_AT + 90_000).coach;
  expect(coachIn(going)).toBeNull();
  expect(coachIn(close(going))).toMatchObject({ statements: 1, counts: { YES: 1 }, longestSilenceMs: 59_000 });
  expect(coachIn(close(coached()))).toBeNull();
});
