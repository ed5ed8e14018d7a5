import { expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { CodingId } from '#shared/protocol/ids.ts';
import { aFact, CAREGIVER_A, LEAD, numbered, SUPERVISOR, UNTIL_CHECK_IN } from '#shared/session/testing/aSession.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import { reviewCodes } from './reviewCodes.ts';

const CODING = CodingId.parse('00000000-0000-4000-a000-000000000001');
const windowId = aFact.windowId(1);
const window = { windowId, kind: 'pdi', caregiverId: CAREGIVER_A, lengthMs: 60_000 } as const;
const coding = { codingId: CODING, windowId, coderName: 'Ada', independent: true, source: 'recording' } as const;

const live = (n: number, code: string): FactDraft => {
  const heard = { heardAt: n * 1_000, pressedAt: n * 1_000 };
  return { type: 'code.recorded', by: LEAD, codeId: aFact.codeId(n), code, caregiverId: CAREGIVER_A, ...heard };
};
const again = (n: number, code: string): FactDraft => {
  const given = { codingId: CODING, codeId: aFact.codeId(n), code, heardAt: (n - 50) * 1_000 };
  return { type: 'second-coding.coded', by: SUPERVISOR, ...given };
};

test('[PDI2] a command whose answer was not coded is open, whether it was coded live or from the recording', () => {
  const drafts: readonly FactDraft[] = [
    ...UNTIL_CHECK_IN,
    { type: 'coding.started', by: LEAD, ...window },
    ...[live(1, 'DC'), live(3, 'DC'), live(4, 'CO')],
    { type: 'coding.finished', by: LEAD, windowId, complete: true },
    { type: 'session.closed', by: LEAD },
    { type: 'second-coding.started', by: SUPERVISOR, ...coding },
    ...[again(51, 'DC'), again(52, 'CO'), again(53, 'DC')],
    { type: 'second-coding.finished', by: SUPERVISOR, codingId: CODING },
  ];
  const codes = reviewCodes(foldFacts([aFact.opened(), ...numbered(drafts)]), PCIT);
  const openOf = (whose: string) =>
    codes.filter(({ given }) => given === whose).map(({ code, isOpen }) => `${code}${isOpen ? ' open' : ''}`);
  expect(openOf('lead')).toEqual(['DC open', 'DC', 'CO']);
  expect(openOf('second')).toEqual(['DC', 'CO', 'DC open']);
});
