// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import type { FamilyCard as Card } from '#shared/protocol/http/diary.ts';
import { FamilyCard } from './FamilyCard.tsx';

const PRAISES = {
  name: 'Praises',
  actual: 8,
  goal: 10,
  why: 'It tells what to do again.',
  goalOrigin: 'published',
} as const;
const ASKING = {
  name: 'Clear asking',
  actual: 74,
  goal: 75,
  percent: true,
  why: 'It is fair.',
  goalOrigin: 'local',
} as const;
const CARD: Card = {
  caregiverName: 'Maria',
  on: '2026-11-22',
  counted: { ms: 300_000, judged: true },
  skills: [PRAISES, ASKING],
  skip: [],
  practice: { days: 4, of: 7 },
  stage: 'Asking so that it can be done',
  strength: 'You praised.',
  task: 'Three small commands a day.',
  goal: 'Ask for one thing.',
};
const show = (over: Partial<Card> = {}) => renderScreen(<FamilyCard card={{ ...CARD, ...over }} />, 'familyCard');

test.for([
  ['Praises', '8, and the goal is 10'],
  ['Clear asking', '74%, and the goal is 75%'],
] as const)('[CARD1] %s are read with their unit: %s', async ([name, text]) => {
  await show();
  expect(screen.getByRole('meter', { name }).getAttribute('aria-valuetext')).toBe(text);
});

test('[CARD1] each figure says why it matters, and whose goal it is', async () => {
  await show();
  expect(screen.getByText('Why do these help?')).toBeTruthy();
  expect(screen.getByText('It tells what to do again. The goal comes from your program.')).toBeTruthy();
  expect(screen.getByText('It is fair. Your clinic set this goal for practice.')).toBeTruthy();
});

test.for([
  [300_000, '5 min'],
  [325_999, '5 min 25 s'],
  [42_000, '42 s'],
] as const)('[CARD1] the heading says how long was counted: %i ms as %s', async ([ms, length]) => {
  await show({ counted: { ms, judged: true } });
  expect(screen.getByRole('heading', { name: `What we counted in ${length}` })).toBeTruthy();
});

test('[WIN1] the counts of a window that is too short have no goal', async () => {
  const skip = { ...PRAISES, name: 'Talk to leave out', actual: 4, goal: 3 };
  await show({ counted: { ms: 200_000, judged: false }, skip: [skip] });
  expect(screen.getByRole('heading', { name: 'What we counted in 3 min 20 s' })).toBeTruthy();
  expect(screen.getByText('8')).toBeTruthy();
  expect(screen.getByText('Talk to leave out: 4 this time.')).toBeTruthy();
  expect(screen.queryByText(/goal 10|goal reached|at most/)).toBeNull();
});

test.for([
  [0, 0, 'none this time.'],
  [2, 3, '2 this time. Up to 3 is fine.'],
  [4, 3, '4 this time. Try fewer next time: the goal is 3 or less.'],
  [null, 3, 'did not come up this time'],
] as const)('[CARD1] %s of at most %i to avoid reads as: %s', async ([actual, goal, text]) => {
  await show({ skip: [{ ...PRAISES, name: 'Talk to leave out', actual, goal }] });
  expect(screen.getByText(`Talk to leave out: ${text}`)).toBeTruthy();
});

test('[CARD1] without counts there is no praise and no figure, but still something to try', async () => {
  await show({ counted: null, skills: [], strength: null });
  expect(screen.queryByText('What went well')).toBeNull();
  expect(screen.getByText('There are no numbers this time.')).toBeTruthy();
  expect(screen.getByText('Ask for one thing.')).toBeTruthy();
});

test('[ANS2] something that did not occur is said in words, never as 0%', async () => {
  await show({ skills: [{ ...ASKING, actual: null }] });
  expect(screen.getByText('did not come up this time')).toBeTruthy();
  expect(screen.queryByText(/0%/)).toBeNull();
});

test('[CARD1] goals that nobody at the clinic set are not called the clinic’s', async () => {
  await show({ skills: [{ ...ASKING, goalOrigin: 'ours' }] });
  expect(screen.getByText('Earshot suggests these goals for practice.')).toBeTruthy();
  expect(screen.queryByText(/clinic/)).toBeNull();
});

test('[CARD1] if all goals are of one kind, that is said once', async () => {
  await show({ skills: [PRAISES, { ...ASKING, goalOrigin: 'published' }] });
  expect(screen.getByText('It tells what to do again.')).toBeTruthy();
  expect(screen.getByText('The goals come from your program.')).toBeTruthy();
});
