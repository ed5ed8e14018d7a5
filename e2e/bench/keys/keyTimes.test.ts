import { expect, test } from 'vitest';
import { pairTimes } from './keyTimes.ts';

const aPress = (at: number, shownAt: number | undefined) => ({ at, frames: 1, isShown: true, shownAt });

test('presses are paired with what was received, in order', () => {
  const presses = [aPress(100, 112), aPress(200, 208)];
  const told = [
    { at: 105, frameAt: 118 },
    { at: 207, frameAt: 216 },
  ];
  expect(pairTimes({ presses }, { told })).toEqual({
    ownFrames: [1, 1],
    ownFrameMs: [12, 8],
    toldMs: [5, 7],
    toldFrameMs: [18, 16],
  });
});

test('a press that was not received invalidates the round', () => {
  expect(() => pairTimes({ presses: [aPress(100, 112)] }, { told: [] })).toThrow('1 presses were shown 0 times');
});

test('a press never shown on its own screen invalidates the round', () => {
  const told = [{ at: 105, frameAt: 118 }];
  expect(() => pairTimes({ presses: [aPress(100, undefined)] }, { told })).toThrow('not shown');
});
