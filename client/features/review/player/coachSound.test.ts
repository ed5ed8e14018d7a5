import { expect, test } from 'vitest';
import { aRecordedTake } from './testing/aRecordedTake.ts';
import { coachSound } from './coachSound.ts';
import { recordedOf } from './recordedTakes.ts';

const { coach } = recordedOf({ takes: [aRecordedTake(1, 10_000, 60_000, 'coach')], holes: [] });
const partId = coach[0]?.partId ?? '';

test('where the coach was not recorded the track is silent', () => {
  expect(coachSound(coach, 60_000, 1, { partId, seconds: 50 })).toEqual({ is: 'silent' });
});

test('a take that is not open yet is opened at the moment', () => {
  expect(coachSound(coach, 15_000, 1, undefined)).toMatchObject({ is: 'jump', seconds: 5 });
});

test.for([
  [0, { is: 'play', rate: 1 }],
  [80, { is: 'play', rate: 1 }],
  [-80, { is: 'play', rate: 1 }],
  [81, { is: 'play', rate: 0.94 }],
  [-81, { is: 'play', rate: 1.06 }],
  [601, { is: 'jump' }],
  [-601, { is: 'jump' }],
] as const)('%i ms ahead of the room it does what brings the two together', ([ahead, does]) => {
  expect(coachSound(coach, 20_000, 1, { partId, seconds: (10_000 + ahead) / 1_000 })).toMatchObject(does);
});
