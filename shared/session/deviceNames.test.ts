import { expect, test } from 'vitest';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { aFact, CAREGIVER_B, PARENT, UNTIL_CHECK_IN } from './testing/aSession.ts';
import { foldFacts } from './foldFacts.ts';

function nameAfter(...drafts: readonly FactDraft[]): string | undefined {
  const facts = [...UNTIL_CHECK_IN, ...drafts].map((draft, index) => ({ ...draft, seq: index + 2, at: 1_000 }));
  return foldFacts([aFact.opened({}), ...facts]).participants[PARENT]?.name;
}

const becomes = (device: 'combined' | 'room'): FactDraft => {
  return { type: 'device.kind-set', by: PARENT, participantId: PARENT, device };
};
const wornByJon: FactDraft = { type: 'device.wearer-set', by: PARENT, participantId: PARENT, wearer: CAREGIVER_B };

test('a device is named by what it is now, whatever its log called it', () => {
  expect(nameAfter()).toBe('Maria’s phone');
  expect(nameAfter(becomes('room'))).toBe('Maria and Jon’s room camera');
  expect(nameAfter(becomes('room'), becomes('combined'), wornByJon)).toBe('Jon’s phone');
});
