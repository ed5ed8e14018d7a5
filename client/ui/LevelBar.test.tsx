// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { LevelBar } from './LevelBar.tsx';
import { levelWord } from './levelWord.ts';
import { renderScreen } from '#client/testing/renderScreen.tsx';

test.for([
  [0, 'quiet'],
  [0.07, 'quiet'],
  [0.08, 'present'],
  [0.89, 'present'],
  [0.9, 'loud'],
] as const)('a level of %f is "%s"', ([level, word]) => {
  expect(levelWord(level)).toBe(word);
});

test('a level bar says what it measures, and how loud it is in a word', async () => {
  await renderScreen(<LevelBar label="Room microphone" read={() => 0.5} />);
  const meter = screen.getByRole('meter', { name: 'Room microphone' });
  await vi.waitFor(() => expect(meter.getAttribute('aria-valuetext')).toBe('heard'));
  expect(meter.getAttribute('aria-valuenow')).toBe('50');
});
