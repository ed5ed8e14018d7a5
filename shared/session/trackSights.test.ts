import { expect, test } from 'vitest';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { aFact, CAREGIVER_A, LEAD, numbered, SUPERVISOR, UNTIL_CHECK_IN } from './testing/aSession.ts';
import { foldFacts } from './foldFacts.ts';

const W1 = aFact.windowId(1);
const JOIN: FactDraft = {
  type: 'participant.joined',
  by: 'server',
  participantId: SUPERVISOR,
  name: 'Ada',
  role: 'supervisor',
  device: null,
  wearer: null,
};
const START: FactDraft = {
  type: 'coding.started',
  by: LEAD,
  windowId: W1,
  kind: 'cdi',
  caregiverId: CAREGIVER_A,
  lengthMs: 300_000,
};
const STOP: FactDraft = { type: 'coding.finished', by: LEAD, windowId: W1, complete: true };
const code = (heardAt = 1_000): FactDraft => ({
  type: 'code.recorded',
  by: LEAD,
  codeId: aFact.codeId(1),
  code: 'LP',
  caregiverId: CAREGIVER_A,
  heardAt,
  pressedAt: heardAt,
});
const blind = (is: boolean): FactDraft => ({
  type: 'observer.blinded',
  by: SUPERVISOR,
  participantId: SUPERVISOR,
  blind: is,
});

test.for<[string, readonly FactDraft[], { windows: string[]; during: string[] }]>([
  ['watched with open eyes', [JOIN, START, code()], { windows: [W1], during: [W1] }],
  ['went blind before it began', [JOIN, blind(true), START, code()], { windows: [], during: [] }],
  [
    'went blind at its beginning, before a code was given',
    [JOIN, START, blind(true), code()],
    { windows: [], during: [] },
  ],
  ['went blind after a code was given', [JOIN, START, code(), blind(true)], { windows: [W1], during: [W1] }],
  [
    'was blind, and opened their eyes while it ran',
    [JOIN, blind(true), START, code(), blind(false)],
    { windows: [W1], during: [W1] },
  ],
  [
    'was blind until it was over',
    [JOIN, blind(true), START, code(), STOP, blind(false)],
    { windows: [W1], during: [] },
  ],
  ['came while it ran', [START, code(), JOIN], { windows: [W1], during: [W1] }],
  ['came when it was over', [START, code(), STOP, JOIN], { windows: [W1], during: [] }],
])('[REV1] the windows that an observer saw who %s', ([, drafts, saw]) => {
  const state = foldFacts([aFact.opened(), ...numbered([...UNTIL_CHECK_IN, ...drafts])]);
  expect(state.participants[SUPERVISOR]?.saw).toEqual(saw);
});
