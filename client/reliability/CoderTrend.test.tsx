// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import type { ComparedWindow } from '#shared/domain/reliability/coderTrend.ts';
import { CoderTrend } from './CoderTrend.tsx';

/** The trainee gave these counts of labeled praises, the reference one more in every other window. */
const windows = (counts: readonly number[], over: Partial<ComparedWindow> = {}): readonly ComparedWindow[] =>
  counts.map((count, index) => ({
    id: `w${index}`,
    startedAt: `2026-11-${String(index + 1).padStart(2, '0')}T10:00:00.000Z`,
    eventAgreement: 0.7 + index / 50,
    independent: true,
    medium: 'live',
    counts: [{ code: 'LP', reference: count + (index % 2), trainee: count }],
    ...over,
  }));
const show = (compared: readonly ComparedWindow[]) =>
  renderScreen(<CoderTrend coder="Noor" windows={compared} program={PCIT} />, 'reliability');
const trend = () => screen.getByRole('figure', { name: 'Event agreement of Noor by session' });
const correlations = () => screen.getByRole('table', { name: /intraclass correlation/ });

test('[REL2] [REL9] each window stands with its agreement, live and afterwards apart, and whether it was independent', async () => {
  const [first, ...rest] = windows([1, 5]);
  await show([
    ...(first === undefined ? [] : [{ ...first, independent: false, medium: 'recorded' as const }]),
    ...rest,
  ]);
  const table = within(trend()).getByRole('table');
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent),
  ).toEqual(['When', 'Both live', 'Both afterwards', 'Independent']);
  expect(
    within(table)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent),
  ).toEqual(['none', '70%', 'no', '72%', 'none', 'yes']);
  expect(trend().textContent).toContain('Hollow points are not independent.');
});

test('[REL8] from five windows on, counts are judged by both ends of their interval', async () => {
  await show(windows([1, 5, 9, 3, 12, 7]));
  expect(correlations().textContent).toContain('Over 6 windows that were coded twice independently.');
  const [agreement] = within(correlations()).getAllByRole('cell');
  expect(agreement?.textContent).toBe('0.9895% interval 0.83 to 1.00good to excellent');
});

test('[REL8] fewer are shown without a judgment', async () => {
  await show(windows([1, 5, 9]));
  expect(correlations().textContent).toContain('too few to judge');
  expect(correlations().textContent).not.toMatch(/excellent|moderate|poor/);
});

test('without a window coded by somebody else there is no chart', async () => {
  await show([]);
  expect(screen.getByText('Nobody else has coded a window of Noor yet.')).toBeTruthy();
  expect(screen.queryByRole('table')).toBeNull();
});
