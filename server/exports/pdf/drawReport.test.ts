import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { drawReport } from './drawReport.ts';
import { unshownLetters } from './unshownLetters.ts';

const NOTE = 'He waited.\nThen he built a tower,\ttwice.\r\n\r\nAll well.';

test('a note keeps its lines, and characters that separate lines and words are not reported as missing letters', async () => {
  const pdf = await drawReport({
    blocks: [{ is: 'line', text: NOTE }],
    title: 'Session',
    footer: 'Session',
    madeAt: '2026-11-21T10:00:00.000Z',
  });
  const words = execFileSync('pdftotext', ['-enc', 'UTF-8', '-', '-'], { input: pdf }).toString();
  expect(words.split(/\n+/u).slice(0, 3)).toEqual(['He waited.', 'Then he built a tower, twice.', 'All well.']);
  expect(unshownLetters([NOTE])).toEqual([]);
});
