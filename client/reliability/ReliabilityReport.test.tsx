// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { renderScreen } from '#client/testing/renderScreen.tsx';
import { PCIT } from '#shared/domain/programs/pcit.ts';
import type { CoderPair } from '#shared/session/review/reliabilityOf.ts';
import { aPair, codingOf } from './testing/aPair.ts';
import { ReliabilityReport } from './ReliabilityReport.tsx';

const show = (pair: CoderPair, onPlay?: (at: number) => void) =>
  renderScreen(<ReliabilityReport pair={pair} program={PCIT} onPlay={onPlay} />, 'reliability');
const headline = () => screen.getByRole('status').textContent;
const part = (name: string) => screen.getByRole('region', { name });

describe('the headline', () => {
  test('[REL2] says how many events agree, and that it does not pass', async () => {
    await show(aPair());
    expect(headline()).toContain('69%');
    expect(headline()).toContain('Does not pass: 80% is needed.');
  });

  test('[REL2] says beside what passes that it is assumed', async () => {
    await show(aPair());
    expect(headline()).toMatch(/80% is needed\.\s*assumed/u);
  });

  test('[REL2] passes from 80% on', async () => {
    const words = '1 LP, 5 BD, 9 RF, 13 QU';
    await show(aPair({ reference: codingOf('Ada', `${words}, 20 UP`), trainee: codingOf('Noor', words) }));
    expect(headline()).toContain('80%');
    expect(headline()).toContain('Passes: at least 80%.');
  });

  test('[REL9] says who is compared, how each coded, and that they are independent', async () => {
    await show(aPair());
    expect(screen.getByText('from the recording')).toBeTruthy();
    expect(screen.getByText(/^Compared: 0:00–0:30, 0:40–5:30 of the session/u)).toBeTruthy();
    expect(screen.getByText('live, as lead coach')).toBeTruthy();
    expect(screen.getByText('Independent: neither coder had seen anyone else’s codes')).toBeTruthy();
  });

  test('[REL9] names whoever had seen other coders’ codes', async () => {
    const reference = codingOf('Ada', '1 LP', { independent: false });
    const trainee = codingOf('Noor', '1 LP');
    await show(aPair({ reference, trainee, independent: false }));
    expect(headline()).toContain('Reaches 80%, but does not prove agreement');
    expect(screen.getByText(/^Not independent: Ada had seen other coders’ codes/)).toBeTruthy();
  });

  test('[REL9] does not claim to know what the coder of a file had seen', async () => {
    const trainee = codingOf('Lab', '1 LP', { how: 'imported', independent: false });
    await show(aPair({ reference: codingOf('Ada', '1 LP'), trainee, independent: false }));
    expect(screen.getByText(/^Not known to be independent: Lab may have seen/)).toBeTruthy();
  });

  test('without anything to compare says so, and shows no figure', async () => {
    await show(aPair({ reference: codingOf('Ada', ''), trainee: codingOf('Noor', '') }));
    expect(headline()).toBe('Nothing to compare: neither gave a code in this window.');
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('the differences', () => {
  test('stand in words, in their order, and each can be played', async () => {
    const onPlay = vi.fn<(at: number) => void>();
    await show(aPair(), onPlay);
    const lines = within(part('Where they differ')).getAllByRole('button');
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Ada gave labeled praise, Noor gave unlabeled praise'),
      expect.stringContaining('Ada gave behavior description, Noor nothing'),
      expect.stringContaining('Noor gave neutral talk, Ada nothing'),
      expect.stringContaining('Ada gave direct command, Noor gave indirect command'),
    ]);
    for (const line of lines) fireEvent.click(line);
    expect(onPlay.mock.calls).toEqual([[19_000], [30_000], [36_000], [40_000]]);
  });

  test('are no buttons where nothing can be played', async () => {
    await show(aPair());
    expect(within(part('Where they differ')).queryByRole('button')).toBeNull();
  });
});

describe('what can be chosen', () => {
  test('[REL1] how far apart two codes may be', async () => {
    await show(aPair());
    fireEvent.change(screen.getByLabelText('Count as the same event when at most'), { target: { value: '1000' } });
    // The other coder gave the reflection at 0:10 1.2 s later.
    expect(headline()).toContain('57%');
  });

  test('[REL4] whether the lag is taken out, which is told either way', async () => {
    await show(aPair());
    expect(screen.getByText(/Noor codes 0\.8 s later than Ada overall\./)).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Count as the same event when at most'), { target: { value: '1000' } });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Correct for lag' }));
    expect(headline()).toContain('69%');
  });

  test('who is the reference', async () => {
    await show(aPair());
    fireEvent.click(screen.getByRole('button', { name: 'Swap' }));
    expect(screen.getByText('Missed by Ada')).toBeTruthy();
    expect(screen.getByText(/Ada codes 0\.8 s earlier than Noor/)).toBeTruthy();
  });
});

describe('the tables', () => {
  test('[REL5] a rare code has no kappa, and what neither gave is left out', async () => {
    await show(aPair());
    const row = within(screen.getByRole('table', { name: /^Code by code/ })).getByRole('row', {
      name: /Labeled praise/,
    });
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['3', '2', '2', 'too few']);
    expect(screen.getByText('Left out, because neither gave them: IQ, DQ, NTA.')).toBeTruthy();
  });

  test('[REL3] the matrix has its codes as headings, and what cannot be is no zero', async () => {
    await show(aPair());
    const matrix = within(screen.getByRole('table', { name: /^Which codes were confused/ }));
    const praise = within(matrix.getByRole('row', { name: /^Labeled praise/ }));
    expect(
      praise
        .getAllByRole('cell')
        .map(({ textContent }) => textContent)
        .join(' '),
    ).toBe('0 0 0 2 1 0 0 0 0');
    expect(matrix.getByText('can’t be observed')).toBeTruthy();
  });

  test('[REL3] [REL7] kappas say what they are made of, or why there are none', async () => {
    await show(aPair());
    expect(part('Agreement beyond chance (kappa)').textContent).toContain('0.79 acceptable');
    expect(part('Agreement beyond chance (kappa)').textContent).toContain('0.65 acceptable');
  });

  test('[REL3] where one code alone was given there is no kappa', async () => {
    await show(aPair({ reference: codingOf('Ada', '1 LP, 9 LP'), trainee: codingOf('Noor', '1 LP, 9 LP') }));
    expect(screen.getAllByText(/also agree on everything by chance/)).toHaveLength(2);
  });
});
