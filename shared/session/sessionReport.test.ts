import { expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { aFact, CAREGIVER_A, CAREGIVER_B, codingSession, LEAD, SESSION, SUPERVISOR } from './testing/aSession.ts';
import { applyFact } from './foldFacts.ts';
import { reportSession } from './sessionReport.ts';
import type { SessionState } from './sessionState.ts';

const START = 10_000;

function after(drafts: readonly (FactDraft & { at: number })[]): SessionState {
  const { session } = codingSession(START).context;
  return drafts.reduce((state, { at, ...draft }) => applyFact(state, { ...draft, seq: state.seq + 1, at }), session);
}

let given = 0;
const coded = (
  code: string,
  heardAt: number,
  over: Partial<{ by: typeof LEAD; caregiverId: typeof CAREGIVER_A }> = {},
) => {
  given += 1;
  const codeId = aFact.codeId(given);
  const entry = { codeId, code, caregiverId: CAREGIVER_A, heardAt, pressedAt: heardAt, by: LEAD, ...over };
  return { type: 'code.recorded', at: heardAt, ...entry } as const;
};

test('[WIN2] a report counts codes heard while the window’s clock ran, whenever they arrived', () => {
  const state = after([
    coded('LP', START),
    { ...coded('LP', START + 1_000), at: START + 400_000 },
    coded('LP', START + 299_999),
    { type: 'coding.finished', by: 'server', at: START + 300_000, windowId: aFact.windowId(1), complete: true },
    coded('BD', START + 300_000),
  ]);
  const report = reportSession(SESSION, state, PCIT, START + 500_000);
  expect(report.windows).toMatchObject([{ counts: { LP: 3 }, codedMs: 300_000, assessable: true, mastered: false }]);
  expect(report.countsOutside).toEqual({ BD: 1 });
});

test('[COD2] a report leaves out undone codes, another coder’s codes, and another caregiver’s', () => {
  const undone = coded('RF', START + 5);
  const state = after([
    coded('LP', START + 1),
    undone,
    { type: 'code.undone', by: LEAD, at: START + 6, codeId: undone.codeId },
    coded('LP', START + 7, { by: SUPERVISOR }),
    coded('LP', START + 8, { caregiverId: CAREGIVER_B }),
  ]);
  expect(reportSession(SESSION, state, PCIT, START + 9).windows).toMatchObject([
    { counts: { LP: 1 }, assessable: false },
  ]);
});

test('[COD2] a press counts by who led when it was made, even if it arrives after the lead has changed', () => {
  const lost = coded('LP', START + 1);
  const early = coded('BD', START + 2, { by: SUPERVISOR });
  const state = after([
    { type: 'lead.changed', by: SUPERVISOR, at: START + 5_000, to: SUPERVISOR, how: 'taken' },
    coded('RF', START + 6_000, { by: SUPERVISOR }),
    { ...lost, at: START + 9_000 },
    { ...early, at: START + 9_000 },
  ]);
  expect(reportSession(SESSION, state, PCIT, START + 10_000).windows).toMatchObject([{ counts: { LP: 1, RF: 1 } }]);
});

test('[LOG5] a report names the counting codes that arrived after the close, with the time of their press', () => {
  const late = { ...coded('LP', START + 2_000), at: START + 90_000 };
  const drafts = [
    coded('LP', START + 1_000),
    { type: 'session.closed', by: LEAD, at: START + 60_000 },
    late,
    { ...coded('BD', START + 3_000, { by: SUPERVISOR }), at: START + 90_000 },
  ] as const;
  expect(reportSession(SESSION, after(drafts.slice(0, 2)), PCIT, START + 60_000).lateCodes).toBeUndefined();
  const report = reportSession(SESSION, after(drafts), PCIT, START + 60_000);
  expect(report.lateCodes).toEqual([{ code: 'LP', caregiverName: 'Maria', pressedAt: START + 2_000 }]);
  expect(report.windows).toMatchObject([{ counts: { LP: 2 } }]);
});
