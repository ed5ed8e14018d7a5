import { expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { codesIn } from '#shared/domain/programs/program.ts';
import { aFact, CAREGIVER_A, LEAD, numbered, SUPERVISOR } from '#shared/session/testing/aSession.ts';
import { EVERY_FACT } from '#shared/session/testing/everyFact.ts';
import type { Fact, FactDraft } from '#shared/protocol/facts.ts';
import { copiedFacts } from './copiedFacts.ts';

const [coachCode] = codesIn(PCIT, 'coach');

const code = (place: number, by: typeof LEAD, name: string): FactDraft => ({
  type: 'code.recorded',
  by,
  codeId: aFact.codeId(place),
  code: name,
  caregiverId: CAREGIVER_A,
  heardAt: place,
  pressedAt: place,
});

test('[ERA7] the copy has the codes of the lead coach about the caregiver, and none about the coach', () => {
  const facts = [
    aFact.opened(),
    ...numbered([
      code(1, LEAD, 'LP'),
      code(2, LEAD, coachCode?.code ?? ''),
      code(3, SUPERVISOR, 'LP'),
      { type: 'code.undone', by: SUPERVISOR, codeId: aFact.codeId(3) },
    ]),
  ];
  const copied = copiedFacts(facts, PCIT);
  expect(copied.map(({ type }) => type)).toEqual(['session.opened', 'code.recorded']);
});

test('[ERA7] supervision, second codings and remarks among reviewers are left out', () => {
  const facts = Object.values(EVERY_FACT).map((draft, index): Fact => ({ ...draft, seq: index + 1, at: 0 }));
  const copied = new Set(copiedFacts(facts, undefined).map(({ type }) => type));
  for (const type of ['comment.written', 'fidelity.rated', 'second-coding.coded', 'observer.blinded'] as const) {
    expect([type, copied.has(type)]).toEqual([type, false]);
  }
  for (const type of ['note.written', 'prompt.sent', 'consent.given', 'speech.transcribed'] as const) {
    expect([type, copied.has(type)]).toEqual([type, true]);
  }
});
