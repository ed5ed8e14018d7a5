// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderScreen } from '#client/components/renderScreen.tsx';
import type { FamilyCard as Card } from '#shared/protocol/http.ts';
import { FamilyCard } from './FamilyCard.tsx';

const CARD: Card = {
  caregiverName: 'Maria',
  on: '2026-11-22',
  skills: [
    { name: 'Praises', actual: 8, goal: 10, why: { says: 'Labeled praise at least 10.', source: 'a manual' } },
    { name: 'Clear asking', actual: 74, goal: 75, percent: true },
  ],
  skip: null,
  practice: { days: 4, of: 7 },
  stage: 'Asking so that it can be done',
  strength: 'You praised.',
  task: 'Three small commands a day.',
  goal: 'Ask for one thing.',
};

test.for([
  ['Praises', '8, and the goal is 10'],
  ['Clear asking', '74 %, and the goal is 75 %'],
] as const)('[CARD1] %s are read with their unit: %s', async ([name, text]) => {
  await renderScreen(<FamilyCard card={CARD} />, 'familyCard');
  expect(screen.getByRole('meter', { name }).getAttribute('aria-valuetext')).toBe(text);
});

test('[CARD1] a number can be asked why: the figures, the rule and where it comes from', async () => {
  await renderScreen(<FamilyCard card={CARD} />, 'familyCard');
  expect(screen.getByText('Why these numbers?')).toBeTruthy();
  expect(screen.getByText(/8, and the goal is 10. Labeled praise at least 10. Source: a manual./)).toBeTruthy();
});
