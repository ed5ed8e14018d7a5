// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, onTestFinished, test } from 'vitest';
import { aLiveSession } from '#client/live/testing/aLiveSession.ts';
import { padNames } from '#client/live/pad/padNames.ts';
import { CODING, openConsole, pad, press } from './testing/openConsole.tsx';

test('a digit of the top row, a digit of the keypad and a letter each give their code', async () => {
  const live = aLiveSession(CODING);
  await openConsole(live);
  press('4', { code: 'Digit4' });
  press('End', { code: 'Numpad4' });
  press('l', { code: 'KeyL' });
  expect(live.getSnapshot().unsent).toMatchObject([{ code: 'LP' }, { code: 'LP' }, { code: 'LP' }]);
  expect(within(pad()).getByRole('button', { name: 'LP, Labeled praise, 3 times' })).toBeTruthy();
});

test('a press lights its key in the same frame, before anything answers', async () => {
  await openConsole(aLiveSession(CODING));
  press('b', { code: 'KeyB' });
  const key = within(pad()).getByRole('button', { name: /Behavior description/ });
  expect(key.getAttribute('data-pressed')).not.toBeNull();
});

test('each key names its code until the names are hidden, in the browser, for all pads', async () => {
  onTestFinished(() => act(() => padNames.set(true)));
  await openConsole(aLiveSession(CODING));
  expect(within(pad()).getByText('Labeled praise')).toBeTruthy();
  press('F1');
  fireEvent.click(screen.getByRole('button', { name: 'Hidden' }));
  press('F1');
  expect(within(pad()).queryByText('Labeled praise')).toBeNull();
  expect(within(pad()).getByRole('button', { name: 'LP, Labeled praise, 0 times' })).toBeTruthy();
});

test('a key that repeats while it is held counts once', async () => {
  const live = aLiveSession(CODING);
  await openConsole(live);
  press('r');
  press('r', { repeat: true });
  expect(live.getSnapshot().unsent).toHaveLength(1);
});

test.for([
  ['5', { code: 'Digit5' }],
  ['Backspace', {}],
  ['z', { ctrlKey: true }],
] as const)('%s undoes the last code, which stays visible, struck through', async ([key, more]) => {
  await openConsole(aLiveSession(CODING));
  press('q');
  press(key, more);
  expect(within(pad()).getByRole('button', { name: 'QU, Question, 0 times' })).toBeTruthy();
  expect(within(screen.getByRole('region', { name: 'Last codes' })).getByText('undone')).toBeTruthy();
});

test('the pad is inactive in check-in and says why', async () => {
  const live = aLiveSession();
  await openConsole(live);
  press('l');
  expect(live.getSnapshot().unsent).toHaveLength(0);
  expect(screen.getByText('The keys are off until coding starts.')).toBeTruthy();
});
