// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { aLiveSession } from '#client/live/testing/aLiveSession.ts';
import { CODING, openConsole, pad, press } from './testing/openConsole.tsx';

const question = () => press('?', { shiftKey: true, code: 'Slash' });
const strip = () => screen.getByRole('region', { name: 'Last codes' });

test('[COD4] after ? two keys make one code, the lower of the two, and both are kept', async () => {
  const live = aLiveSession(CODING);
  await openConsole(live);
  question();
  expect(within(pad()).getByText('Unsure: press the two codes that it could be.')).toBeTruthy();
  press('l');
  expect(within(pad()).getByText('Unsure: LP, or which other code?')).toBeTruthy();
  press('u');
  expect(live.getSnapshot().unsent).toMatchObject([{ code: 'UP', candidates: ['LP', 'UP'], mode: 'unsure' }]);
  expect(within(strip()).getByLabelText('UP, unsure between LP and UP')).toBeTruthy();
});

test.for([
  ['+', { shiftKey: true, code: 'Equal' }],
  ['=', { code: 'Equal' }],
  ['+', { code: 'NumpadAdd' }],
] as const)('[COD3] after %s two keys make the higher of two codes', async ([key, more]) => {
  const live = aLiveSession(CODING);
  await openConsole(live);
  press(key, more);
  press('l');
  press('q');
  expect(live.getSnapshot().unsent).toMatchObject([{ code: 'LP', candidates: ['LP', 'QU'], mode: 'both' }]);
});

test('Escape, undo, and five seconds forget that the pad was waiting, and nothing is counted or undone', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const live = aLiveSession(CODING);
  await openConsole(live);
  for (const forget of [
    () => press('Escape'),
    () => press('5', { code: 'Digit5' }),
    () => act(() => void vi.advanceTimersByTime(5_000)),
  ]) {
    question();
    press('l');
    forget();
    expect(within(pad()).getByText('This window')).toBeTruthy();
  }
  expect(live.getSnapshot().unsent).toEqual([]);
});

test('F1 opens the keys', async () => {
  await openConsole(aLiveSession(CODING));
  press('F1');
  expect(screen.getByRole('complementary', { name: 'Keys' })).toBeTruthy();
});
