// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { ownKeys } from '#client/live/keys/keySettings.ts';
import { aLiveSession } from '#client/live/testing/aLiveSession.ts';
import { CODING, openConsole, pad, press } from './testing/openConsole.tsx';

const APOSTROPHE = { key: "'", code: 'Quote' };
const given = (live: ReturnType<typeof aLiveSession>) =>
  live.getSnapshot().unsent.map((one) => (one.kind === 'code' ? one.code : one.kind));

beforeEach(() => onTestFinished(() => act(() => ownKeys.set({}))));

/** Opens the keys panel and presses a key in the field of another. */
async function move(field: RegExp, pressed: { readonly key: string; readonly code: string }) {
  const live = aLiveSession(CODING);
  await openConsole(live);
  press('F1', { code: 'F1' });
  fireEvent.click(screen.getByRole('button', { name: 'Change keys' }));
  fireEvent.keyDown(screen.getByRole('textbox', { name: field }), pressed);
  return live;
}

test('a reassigned key gives the code, the former key gives nothing, and the pad shows the new one', async () => {
  const live = await move(/^Key L for: Labeled praise/, APOSTROPHE);
  expect(screen.getByText("' is now: Labeled praise.")).toBeTruthy();
  press('F1', { code: 'F1' });
  press("'", { code: 'Quote' });
  press('l', { code: 'KeyL' });
  press('4', { code: 'Digit4' });
  expect(given(live)).toEqual(['LP', 'LP']);
  expect(within(pad()).getByText("'")).toBeTruthy();
});

test.for([
  [
    'another code',
    { key: 'u', code: 'KeyU' },
    'Not changed: U is already used for “Unlabeled praise”. Give that another key first.',
  ],
  ['a prompt', { key: 'g', code: 'KeyG' }, /^Not changed: G is already used for “/],
  [
    'the console',
    { key: 'w', code: 'KeyW' },
    /^Not changed: W is already used for “Keep your microphone on, or turn it off”/,
  ],
  ['a step of a sequence', { key: 'c', code: 'KeyC' }, /^Not changed: C is already used for “The child complied”/],
  ['the voice', { key: ' ', code: 'Space' }, /^Not changed: choose a letter, a digit or a symbol/],
] as const)('a key that belongs to %s is refused with a message', async ([, pressed, words]) => {
  const live = await move(/^Key L for: Labeled praise/, pressed);
  expect(screen.getByText(words)).toBeTruthy();
  press('F1', { code: 'F1' });
  press('l', { code: 'KeyL' });
  expect(given(live)).toEqual(['LP']);
});

test('all keys can be reset', async () => {
  const live = await move(/^Key L for: Labeled praise/, APOSTROPHE);
  fireEvent.click(screen.getByRole('button', { name: 'Reset to default keys' }));
  press('F1', { code: 'F1' });
  press("'", { code: 'Quote' });
  press('l', { code: 'KeyL' });
  expect(given(live)).toEqual(['LP']);
});

test.for([
  ['Slash of QWERTZ', { key: '-', code: 'Slash' }, 'Write to Maria …'],
  ['Slash of AZERTY', { key: '!', code: 'Slash' }, 'Write to Maria …'],
] as const)('%s needs no Shift to write a prompt', async ([, { key, code }, field]) => {
  await openConsole(aLiveSession());
  press(key, { code });
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: field }));
});

test.for([
  ['Comma of AZERTY', { key: ';', code: 'Comma' }, 'People'],
  ['Period of AZERTY', { key: ':', code: 'Period' }, 'Notes'],
] as const)('%s needs no Shift to open side panels', async ([, { key, code }, panel]) => {
  await openConsole(aLiveSession());
  press(key, { code });
  expect(screen.getByRole('complementary', { name: panel })).toBeTruthy();
});
