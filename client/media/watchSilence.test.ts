import { beforeEach, expect, test, vi } from 'vitest';
import { watchSilence } from './watchSilence.ts';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

function aMicrophone() {
  const said: boolean[] = [];
  let gives: boolean | undefined = false;
  const stop = watchSilence({ hasSound: () => gives, onChange: (isSilent) => said.push(isSilent) });
  return {
    said,
    stop,
    give: (what: 'sound' | 'zeros' | 'nothing known', seconds: number) => {
      gives = what === 'nothing known' ? undefined : what === 'sound';
      vi.advanceTimersByTime(seconds * 1_000);
    },
  };
}

test('[WIN4] a microphone that has noise all the time and then gives nothing but zeros is silent after 5 s, until it gives something', () => {
  const { said, give } = aMicrophone();
  give('sound', 15);
  give('zeros', 4.5);
  expect(said).toEqual([]);
  give('zeros', 1);
  expect(said).toEqual([true]);
  give('sound', 0.5);
  expect(said).toEqual([true, false]);
  give('zeros', 5.5);
  expect(said, 'a switch is no gate').toEqual([true, false, true]);
});

test('[WIN4] one that gives zeros between words is not silent while nobody speaks for a while', () => {
  const { said, give } = aMicrophone();
  for (let word = 0; word < 20; word += 1) {
    give('sound', 2);
    give('zeros', 1);
  }
  give('sound', 12); // even after talk without pauses, zeros between words count as normal for this microphone
  give('zeros', 29);
  expect(said).toEqual([]);
  give('zeros', 2);
  expect(said).toEqual([true]);
});

test('[WIN4] one that was heard only briefly may have a noise gate too', () => {
  const { said, give } = aMicrophone();
  give('sound', 3);
  give('zeros', 29);
  expect(said).toEqual([]);
});

test('[WIN4] one that never gave anything is silent after 5 s', () => {
  const { said, give } = aMicrophone();
  give('zeros', 5.5);
  expect(said).toEqual([true]);
});

test('while it is unknown what it gives, nothing is reported and no time is counted', () => {
  const { said, give } = aMicrophone();
  give('nothing known', 60);
  give('sound', 15);
  give('zeros', 3);
  give('nothing known', 60);
  give('zeros', 1.5);
  expect(said).toEqual([]);
  give('zeros', 1);
  expect(said).toEqual([true]);
});

test('nothing is reported after the watch stopped', () => {
  const { said, give, stop } = aMicrophone();
  stop();
  give('zeros', 60);
  expect(said).toEqual([]);
});
