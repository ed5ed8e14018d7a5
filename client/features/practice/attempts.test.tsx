// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import { CDI } from '#shared/domain/programs/pcit/phases.ts';
import { AttemptId, type PracticeAttempt } from '#shared/protocol/practice.ts';
import type { Coded } from '#shared/practice/scoreRun.ts';
import { AttemptList } from './AttemptList.tsx';
import { AttemptTrend } from './AttemptTrend.tsx';
import { CodesOverAttempts } from './CodesOverAttempts.tsx';

const OFFER = { id: 'a-clip', title: 'A clip', about: '', program: 'pcit', treatmentPhase: 'cdi', lengthMs: 60_000 };
const CLIPS: readonly Coded[] = [{ offer: OFFER, program: PCIT, phase: CDI }];

/** An attempt that recognized `agreed` of ten labeled praises. */
function anAttempt(agreed: number, over: Partial<PracticeAttempt> = {}): PracticeAttempt {
  return {
    attemptId: AttemptId.parse(crypto.randomUUID()),
    ...{ clipId: 'a-clip', program: 'pcit', programVersion: PCIT.version, treatmentPhase: 'cdi' },
    ...{ codedAt: '2026-03-02T09:00:00.000Z', watched: 'whole', knewKey: false },
    score: {
      ...{ agreement: agreed / 10, kappa: null },
      counts: { agreed, substituted: 0, missed: 10 - agreed, added: 0 },
      byCode: [{ code: 'LP', inKey: 10, agreed, yours: agreed }],
    },
    ...over,
  };
}

/** Newest first, as in the list. */
const ATTEMPTS = [
  anAttempt(9, { knewKey: true }),
  anAttempt(2, { watched: 'part', knewKey: true }),
  anAttempt(5),
  anAttempt(1, { watched: 'unknown' }),
];

const rowsOf = (name: string | RegExp) => within(screen.getByRole('table', { name })).getAllByRole('row').slice(1);

test('[PRA3] the list says of each try what its figures have to be read with', async () => {
  await renderScreen(<AttemptList attempts={ATTEMPTS} clips={CLIPS} />, 'practice', 'why');
  expect(rowsOf('Tries, newest first').map((row) => within(row).getByRole('rowheader').textContent)).toEqual([
    'A clipKey seen before',
    'A clipNot watched to the end, does not countKey seen before',
    'A clip',
    'A clipUnknown if watched to the end',
  ]);
});

test('[PRA3] the trend says which try does not count, and why', async () => {
  await renderScreen(<AttemptTrend attempts={ATTEMPTS} clips={CLIPS} />, 'practice', 'why');
  expect(screen.getByText(/Hollow points don’t count/)).toBeTruthy();
  expect(rowsOf(/^Agreement with the key/).map(({ textContent }) => textContent)).toEqual([
    'Mar 210%Unknown if watched to the end',
    'Mar 250%–',
    'Mar 220%Not watched to the end, does not count. Key seen before',
    'Mar 290%Key seen before',
  ]);
});

test('[PRA3] a try that does not count is in no figure over the codes', async () => {
  const { rerender } = await renderScreen(<CodesOverAttempts attempts={ATTEMPTS} clips={CLIPS} />, 'practice', 'why');
  expect(rowsOf('By code, hardest first').map(({ textContent }) => textContent)).toEqual(['Labeled praise301550%']);
  rerender(<CodesOverAttempts attempts={[anAttempt(9, { watched: 'part' })]} clips={CLIPS} />);
  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.getByText(/first try that counts/)).toBeTruthy();
});
