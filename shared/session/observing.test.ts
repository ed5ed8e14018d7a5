import { expect, test } from 'vitest';
import { PHASES } from '#shared/domain/phase.ts';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { PMT } from '#shared/domain/programs/pmt.ts';
import { aFact, CAREGIVER_A, LEAD, UNTIL_CHECK_IN } from './testing/aSession.ts';
import { foldFacts } from './foldFacts.ts';
import { isObservation, namedPhase, promptsWhileObserved } from './observing.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';

function sessionAfter(planned: string, ...drafts: readonly FactDraft[]) {
  const opened = aFact.opened({ treatmentPhase: planned });
  const all = [...UNTIL_CHECK_IN, ...drafts].map((draft, index) => ({ ...draft, at: 1_000 * index, seq: index + 2 }));
  return foldFacts([opened, ...all]);
}

const windowId = aFact.windowId(1);
const start = (kind: string): FactDraft => {
  return { type: 'coding.started', by: LEAD, windowId, kind, caregiverId: CAREGIVER_A, lengthMs: 300_000 };
};
const pause: FactDraft = { type: 'coding.paused', by: LEAD, reason: '' };
const finish: FactDraft = { type: 'coding.finished', by: 'server', windowId, complete: true };

test.for([
  ['a situation is watched', 'clp', [start('plp')], 'none'],
  ['one is paused', 'clp', [start('plp'), pause], 'plain words'],
  ['one is over', 'clp', [start('clp'), finish], 'plain words'],
  ['one is watched in another session', 'pdi', [start('cu')], 'none'],
  ['nothing has begun', 'clp', [], undefined],
  ['play is coded', 'cdi', [start('cdi')], undefined],
  ['play is coached', 'cdi', [start('cdi'), finish], undefined],
] as const)('[OBS2] when %s, what may be sent to the parent is right', ([, planned, drafts, may]) => {
  expect(promptsWhileObserved(sessionAfter(planned, ...drafts), PCIT)).toBe(may);
});

test('[OBS2] no phase of an observation is called coaching or coding', () => {
  expect(PHASES.map((phase) => namedPhase(phase, true))).not.toEqual(expect.arrayContaining(['coaching']));
  expect(namedPhase('coding', true)).toBe('observing');
  expect(PHASES.map((phase) => namedPhase(phase, false))).toEqual(PHASES);
});

test('[OBS1] a session is an observation if its program has the situation that it was planned for', () => {
  expect(isObservation({ treatmentPhase: 'clp' }, PCIT)).toBe(true);
  expect(isObservation({ treatmentPhase: 'cdi' }, PCIT)).toBe(false);
  expect(isObservation({ treatmentPhase: 'clp' }, PMT)).toBe(false);
});
