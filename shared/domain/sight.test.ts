import { describe, expect, test } from 'vitest';
import { judgeSight, type Measured } from './sight.ts';

const NOW = 100_000;
const fresh: Measured = {
  watchedSince: 10_000,
  shownAt: NOW - 200,
  shownAgoMs: 200,
  pageSilentMs: 0,
  arrivedAt: NOW - 100,
  notArrivingMs: 0,
  stopped: undefined,
};

describe('[WIN4] what the lead coach has of the room', () => {
  test.for<[string, Partial<Measured>, object]>([
    ['seen while it is captured, arrives and is presented', {}, { is: 'seen' }],
    ['still seen after 1,999 ms without a picture', { shownAt: NOW - 1_999, shownAgoMs: 1_999 }, { is: 'seen' }],
    [
      'lost after 2,000 ms, since the last picture',
      { shownAt: NOW - 2_000, shownAgoMs: 2_000 },
      { is: 'lost', since: NOW - 2_000, why: 'not-shown' },
    ],
    ['open at first', { shownAt: undefined, watchedSince: NOW - 1_999 }, { is: 'open' }],
    [
      'lost where none ever came within 2 s',
      { shownAt: undefined, watchedSince: NOW - 2_000 },
      { is: 'lost', since: NOW - 2_000, why: 'not-shown' },
    ],
    [
      'lost where nothing arrives, whatever the page says',
      { notArrivingMs: 2_000, arrivedAt: NOW - 2_500 },
      { is: 'lost', since: NOW - 2_500, why: 'not-arriving' },
    ],
    [
      'lost where the page says nothing, since the last that it said',
      { pageSilentMs: 4_000, shownAt: NOW - 4_300 },
      { is: 'lost', since: NOW - 4_300, why: 'page-silent' },
    ],
    [
      'lost where the device says that it captures none, though silence still flows',
      { stopped: { since: NOW - 700, why: 'device-stopped' } },
      { is: 'lost', since: NOW - 700, why: 'device-stopped' },
    ],
    [
      'never lost since before there was anything to see',
      { shownAt: 500, shownAgoMs: NOW - 500, watchedSince: NOW - 5_000 },
      { is: 'lost', since: NOW - 5_000 },
    ],
    ['never lost since longer than half a minute', { shownAt: 11_000, shownAgoMs: 89_000 }, { since: NOW - 30_000 }],
    ['never lost since later than now', { stopped: { since: NOW + 900, why: 'turned-off' } }, { since: NOW }],
  ])('%s', ([, change, judged]) => {
    expect(judgeSight({ ...fresh, ...change }, NOW)).toMatchObject(judged);
  });
});
