import { expect, test } from 'vitest';
import { aLiveSession } from '#client/live/testing/aLiveSession.ts';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import {
  aFact,
  CAREGIVER_A,
  CAREGIVER_B,
  LEAD,
  START_CODING,
  UNTIL_CHECK_IN,
} from '#shared/session/testing/aSession.ts';
import { nextSteps, type Step } from './nextSteps.ts';
import { situationNow } from './observation.ts';

const FINISHED: FactDraft = { type: 'coding.finished', by: LEAD, windowId: START_CODING.windowId, complete: true };
const SECOND = { ...START_CODING, windowId: aFact.windowId(2), caregiverId: CAREGIVER_B };
const stepsAfter = (...more: readonly FactDraft[]) =>
  nextSteps(aLiveSession([...UNTIL_CHECK_IN, ...more]).getSnapshot().session, PCIT);
const names = (steps: readonly Step[]) => steps.map(({ does }) => does);

test('waiting leads to check-in, and check-in to coding the caregiver in play', () => {
  expect(nextSteps(aLiveSession(UNTIL_CHECK_IN.slice(0, 4)).getSnapshot().session, PCIT).primary?.does).toBe(
    'check-in',
  );
  expect(stepsAfter().primary).toMatchObject({ does: 'code', caregiverId: CAREGIVER_A, again: false });
});

test('coding offers the pause and, held, its early end', () => {
  const { primary, others } = stepsAfter(START_CODING);
  expect(primary?.does).toBe('pause');
  expect(others).toContainEqual({ does: 'stop', held: true });
});

test('after the first caregiver the second is coded, and then comes feedback', () => {
  expect(stepsAfter(START_CODING, FINISHED).primary).toMatchObject({ does: 'code', caregiverId: CAREGIVER_B });
  const both = stepsAfter(START_CODING, FINISHED, SECOND, { ...FINISHED, windowId: SECOND.windowId });
  expect(both.primary?.does).toBe('feedback');
  expect(names(both.others)).toEqual(['code', 'code', 'close']);
});

test('feedback ends with closing the session, which is held', () => {
  expect(stepsAfter({ type: 'feedback.started', by: LEAD }).primary).toEqual({ does: 'close', held: true });
});

test('a window of each treatment phase is offered, and that of the phase that was planned comes first', () => {
  const planned = { ...aLiveSession().getSnapshot().session, treatmentPhase: 'pdi' };
  const { primary, others } = nextSteps(planned, PCIT);
  expect(primary).toMatchObject({ does: 'code', treatmentPhase: 'pdi' });
  expect(others[0]).toMatchObject({ does: 'code', treatmentPhase: 'cdi', again: false });
});

test('a caregiver whose planned window is still to come is coded next, whatever else was coded', () => {
  const live = aLiveSession([...UNTIL_CHECK_IN, START_CODING, FINISHED]);
  const { primary } = nextSteps({ ...live.getSnapshot().session, treatmentPhase: 'pdi' }, PCIT);
  expect(primary).toMatchObject({ does: 'code', caregiverId: CAREGIVER_A, treatmentPhase: 'pdi', again: false });
});

test('WIN4: a window that was declared void is coded again', () => {
  const isVoid: FactDraft = { type: 'window.voided', by: LEAD, windowId: START_CODING.windowId, reason: 'Cut off' };
  expect(stepsAfter(START_CODING, FINISHED, isVoid).primary).toMatchObject({ caregiverId: CAREGIVER_A, again: false });
});

const WATCHED = ['clp', 'plp', 'cu'];

/** An observation of the Riveras in which so many situations were watched, Maria's first. */
function observationAfter(count: number) {
  const coded = [CAREGIVER_A, CAREGIVER_B]
    .flatMap((caregiverId) => WATCHED.map((kind) => ({ caregiverId, kind })))
    .slice(0, count)
    .flatMap(({ caregiverId, kind }, index): FactDraft[] => {
      const windowId = aFact.windowId(index + 1);
      return [
        { ...START_CODING, windowId, caregiverId, kind },
        { type: 'coding.finished', by: LEAD, windowId, complete: true },
      ];
    });
  return { ...aLiveSession([...UNTIL_CHECK_IN, ...coded]).getSnapshot().session, treatmentPhase: 'clp' };
}

test.for([
  [0, 'clp', CAREGIVER_A],
  [1, 'plp', CAREGIVER_A],
  [2, 'cu', CAREGIVER_A],
  [3, 'clp', CAREGIVER_B],
  [5, 'cu', CAREGIVER_B],
] as const)('[OBS1] after %s situations of an observation comes %s', ([count, treatmentPhase, caregiverId]) => {
  const session = observationAfter(count);
  const next = { treatmentPhase, caregiverId };
  expect(nextSteps(session, PCIT).primary).toMatchObject({ does: 'code', ...next, again: false });
  const now = situationNow(session, PCIT);
  expect([now?.situation.id, now?.caregiverId, now?.isOn]).toEqual([treatmentPhase, caregiverId, false]);
});

test('[OBS1] after all situations comes feedback; warm-ups are offered and never come by themselves', () => {
  expect(nextSteps(observationAfter(6), PCIT).primary?.does).toBe('feedback');
  expect(situationNow(observationAfter(6), PCIT)).toBeUndefined();
  const offered = nextSteps(observationAfter(0), PCIT).others.flatMap((step) =>
    step.does === 'code' ? [step.treatmentPhase] : [],
  );
  expect(offered).toEqual(['plp', 'clp-warm-up']);
  expect(names(nextSteps(observationAfter(0), PCIT).others)).not.toContain('coach');
});
