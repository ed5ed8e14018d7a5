import { expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import {
  aFact,
  CAREGIVER_A,
  CAREGIVER_B,
  LEAD,
  START_CODING,
  SUPERVISOR,
  UNTIL_CHECK_IN,
} from '#shared/session/testing/aSession.ts';
import { aLiveSession } from './testing/aLiveSession.ts';
import {
  ownCodes,
  padTally,
  remainingMs,
  shownWindow,
  untilAssessableMs,
  wasCoded,
  windowScore,
} from './windowScore.ts';

const CODING: readonly FactDraft[] = [...UNTIL_CHECK_IN, START_CODING];

/** A session whose window began at the time of the last of its first facts. */
function coding(now = 60_000) {
  const live = aLiveSession(CODING);
  live.setNow(now);
  return live;
}

function coded(code: string, n: number, heardAt: number, by = LEAD): FactDraft {
  const pressed = { codeId: aFact.codeId(n), code, heardAt, pressedAt: heardAt, caregiverId: CAREGIVER_A };
  return { type: 'code.recorded', by, ...pressed };
}

test('CDI1: unsent codes count at once, undone ones do not', () => {
  const live = coding();
  live.happen(coded('LP', 1, 50_000));
  live.press('LP', CAREGIVER_A);
  live.press('LP', CAREGIVER_A);
  live.undo();
  const score = windowScore(live.getSnapshot(), PCIT, 60_000)?.score;
  expect(score?.criteria[0]).toMatchObject({ rule: 'CDI1', result: { is: 'not assessable', actual: 2, missing: 8 } });
});

test('an unsent undo removes a code that the log already has', () => {
  const live = coding();
  live.happen(coded('QU', 1, 50_000));
  live.undo();
  expect(windowScore(live.getSnapshot(), PCIT, 60_000)?.tally).toEqual({});
});

test('an unsent undo changes only its code, so that nothing heard before it is counted again', () => {
  const live = coding();
  live.happen(coded('DC', 1, 50_000), coded('CO', 2, 51_000));
  live.undo();
  const { session } = live.getSnapshot();
  const [first, second] = ownCodes(live.getSnapshot());
  expect(first).toBe(session.codes[0]);
  expect(second).toEqual({ ...session.codes[1], undone: true });
  expect(session.codes[1]?.undone).toBe(false);
});

test('an observer’s codes, and those for the other caregiver, count for nothing', () => {
  const live = coding();
  live.happen(coded('LP', 1, 50_000, SUPERVISOR), { ...coded('LP', 2, 50_000), caregiverId: CAREGIVER_B } as FactDraft);
  expect(windowScore(live.getSnapshot(), PCIT, 60_000)?.tally).toEqual({});
});

test('WIN1: a window says how long until it can be assessed, and stands still while paused', () => {
  const live = coding(100_000);
  live.happen({ type: 'coding.paused', by: LEAD, reason: '' });
  const window = shownWindow(live.getSnapshot().session)!;
  const begun = window.spans[0]![0];
  expect(remainingMs(window, 900_000)).toBe(300_000 - (100_000 - begun));
  expect(untilAssessableMs(window, PCIT.phases[0], 900_000)).toBe(remainingMs(window, 900_000));
});

test('in coaching the pad counts from the end of the window, while the bars keep the window', () => {
  const live = coding(200_000);
  live.happen(coded('LP', 1, 150_000), {
    type: 'coding.finished',
    by: LEAD,
    windowId: START_CODING.windowId,
    complete: false,
  });
  live.happen(coded('RF', 2, 210_000));
  const view = live.getSnapshot();
  expect(padTally(view, PCIT, 220_000)).toEqual({ RF: 1 });
  expect(windowScore(view, PCIT, 220_000)?.tally).toEqual({ LP: 1 });
  expect(wasCoded(view.session, CAREGIVER_A)).toBe(true);
});

test('the window shown is that of the caregiver in play', () => {
  const live = coding();
  live.happen(
    { type: 'coding.finished', by: LEAD, windowId: START_CODING.windowId, complete: true },
    { type: 'caregiver.chosen', by: LEAD, caregiverId: CAREGIVER_B },
  );
  expect(windowScore(live.getSnapshot(), PCIT, 60_000)).toBeUndefined();
});
