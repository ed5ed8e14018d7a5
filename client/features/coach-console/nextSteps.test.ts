import { expect, test } from 'vitest';
import { aLiveSession } from '#client/live/testing/aLiveSession.ts';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { plannedEnd } from '#shared/session/beginning.ts';
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
const SECOND_FINISHED: FactDraft = { ...FINISHED, windowId: SECOND.windowId };
const EARLY = 600_000;
const sessionAfter = (drafts: readonly FactDraft[]) => aLiveSession(drafts).getSnapshot().session;
const stepsAfter = (...more: readonly FactDraft[]) =>
  nextSteps(sessionAfter([...UNTIL_CHECK_IN, ...more]), PCIT, EARLY);
const names = (steps: readonly Step[]) => steps.map(({ does }) => does);

test('waiting leads to check-in, and check-in to coding the caregiver in play', () => {
  const waiting = nextSteps(sessionAfter(UNTIL_CHECK_IN.slice(0, -1)), PCIT, EARLY);
  expect([waiting.next?.does, waiting.isDue]).toEqual(['check-in', true]);
  expect(stepsAfter()).toMatchObject({ next: { does: 'code', caregiverId: CAREGIVER_A, again: false }, isDue: true });
});

test('check-in is not due before somebody from the family is in', () => {
  const alone = sessionAfter(UNTIL_CHECK_IN.slice(0, -1));
  const staff = Object.entries(alone.participants).filter(([, { device }]) => device === null);
  const { next, isDue } = nextSteps({ ...alone, participants: Object.fromEntries(staff) }, PCIT, EARLY);
  expect([next?.does, isDue]).toEqual(['check-in', false]);
});

test('while a window runs no step is due; pausing and (held) ending early are offered', () => {
  const { next, isDue, others } = stepsAfter(START_CODING);
  expect([next, isDue]).toEqual([undefined, false]);
  expect(names(others)).toEqual(['pause', 'stop', 'close']);
});

test('a stopped clock should be resumed', () => {
  const paused = stepsAfter(START_CODING, { type: 'coding.paused', by: LEAD, reason: '' });
  expect(paused).toMatchObject({ next: { does: 'resume' }, isDue: true });
});

test.for([
  ['early on', () => EARLY, false],
  ['just before the last 10 minutes', (end: number) => end - 600_001, false],
  ['in the last 10 minutes', (end: number) => end - 600_000, true],
  ['after the planned end', (end: number) => end + 1, true],
] as const)('after all are coded, feedback is next: %s it is due: %s', ([, at, isDue]) => {
  const session = sessionAfter([...UNTIL_CHECK_IN, START_CODING, FINISHED, SECOND, SECOND_FINISHED]);
  expect(nextSteps(session, PCIT, at(plannedEnd(session)))).toMatchObject({ next: { does: 'feedback' }, isDue });
});

test('a step that ends coaching or the session is never due', () => {
  expect(stepsAfter(START_CODING, FINISHED)).toMatchObject({ next: { caregiverId: CAREGIVER_B }, isDue: false });
  expect(stepsAfter({ type: 'feedback.started', by: LEAD }).isDue).toBe(false);
});

test('after the first caregiver the second is coded, then feedback follows', () => {
  expect(stepsAfter(START_CODING, FINISHED).next).toMatchObject({ does: 'code', caregiverId: CAREGIVER_B });
  const both = stepsAfter(START_CODING, FINISHED, SECOND, SECOND_FINISHED);
  expect(both.next?.does).toBe('feedback');
  expect(names(both.others)).toEqual(['code', 'code', 'close']);
});

test('feedback ends with closing the session, which is held', () => {
  expect(stepsAfter({ type: 'feedback.started', by: LEAD }).next).toEqual({ does: 'close', held: true });
});

test('a window of each treatment phase is offered, the planned phase first', () => {
  const planned = { ...aLiveSession().getSnapshot().session, treatmentPhase: 'pdi' };
  const { next, others } = nextSteps(planned, PCIT, EARLY);
  expect(next).toMatchObject({ does: 'code', treatmentPhase: 'pdi' });
  expect(others[0]).toMatchObject({ does: 'code', treatmentPhase: 'cdi', again: false });
});

test('a caregiver without the planned window is coded next, whatever else was coded', () => {
  const live = aLiveSession([...UNTIL_CHECK_IN, START_CODING, FINISHED]);
  const { next } = nextSteps({ ...live.getSnapshot().session, treatmentPhase: 'pdi' }, PCIT, EARLY);
  expect(next).toMatchObject({ does: 'code', caregiverId: CAREGIVER_A, treatmentPhase: 'pdi', again: false });
});

test('WIN4: a window that was declared void is coded again', () => {
  const isVoid: FactDraft = { type: 'window.voided', by: LEAD, windowId: START_CODING.windowId, reason: 'Cut off' };
  expect(stepsAfter(START_CODING, FINISHED, isVoid).next).toMatchObject({ caregiverId: CAREGIVER_A, again: false });
});

const WATCHED = ['clp', 'plp', 'cu'];

/** An observation of the Riveras after `count` situations, Maria's first. */
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
  expect(nextSteps(session, PCIT, EARLY)).toMatchObject({ next: { does: 'code', ...next, again: false }, isDue: true });
  const now = situationNow(session, PCIT);
  expect([now?.situation.id, now?.caregiverId, now?.isOn]).toEqual([treatmentPhase, caregiverId, false]);
});

test('[OBS1] after all situations feedback is next; warm-ups are offered but never the next step', () => {
  expect(nextSteps(observationAfter(6), PCIT, EARLY)).toMatchObject({ next: { does: 'feedback' }, isDue: true });
  expect(situationNow(observationAfter(6), PCIT)).toBeUndefined();
  const offered = nextSteps(observationAfter(0), PCIT, EARLY).others.flatMap((step) =>
    step.does === 'code' ? [step.treatmentPhase] : [],
  );
  expect(offered).toEqual(['plp', 'clp-warm-up']);
  expect(names(nextSteps(observationAfter(0), PCIT, EARLY).others)).not.toContain('coach');
});
