import { expect, test } from 'vitest';
import { aLiveSession } from '#client/live/testing/aLiveSession.ts';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { LEAD, START_CODING, UNTIL_CHECK_IN } from '#shared/session/testing/aSession.ts';
import { guideStep } from './guideStep.ts';

const FINISHED: FactDraft = { type: 'coding.finished', by: LEAD, windowId: START_CODING.windowId, complete: true };
const CODING: readonly FactDraft[] = [...UNTIL_CHECK_IN, START_CODING];
const sessionAfter = (drafts: readonly FactDraft[]) => aLiveSession(drafts).getSnapshot().session;

test.for([
  ['waiting with the family in', UNTIL_CHECK_IN.slice(0, -1), 'family-in'],
  ['check-in', UNTIL_CHECK_IN, 'check-in'],
  ['coding', CODING, 'coding'],
  ['a pause', [...CODING, { type: 'coding.paused', by: LEAD, reason: '' }], 'coding-paused'],
  ['coaching', [...CODING, FINISHED], 'coaching'],
  ['feedback', [...UNTIL_CHECK_IN, { type: 'feedback.started', by: LEAD }], 'feedback'],
] as const)('in %s the guide says what to do', ([, drafts, step]) => {
  expect(guideStep(sessionAfter(drafts), PCIT)).toBe(step);
});

test('before the family is in, the guide mentions its link, and the knock once there is one', () => {
  const session = sessionAfter(UNTIL_CHECK_IN.slice(0, -1));
  const as = (more: object) =>
    Object.fromEntries(
      Object.entries(session.participants).map(([id, one]) => [id, one.device === null ? one : { ...one, ...more }]),
    );
  expect(guideStep({ ...session, participants: as({ admitted: false, present: true }) }, PCIT)).toBe('knock');
  expect(guideStep({ ...session, participants: as({ admitted: false, present: false }) }, PCIT)).toBe('nobody-in');
});

test('[OBS1] after a situation of an observation nobody is told to coach', () => {
  const session = sessionAfter([...UNTIL_CHECK_IN, { ...START_CODING, kind: 'clp' }, FINISHED]);
  expect(guideStep({ ...session, treatmentPhase: 'clp' }, PCIT)).toBe('between-situations');
});
