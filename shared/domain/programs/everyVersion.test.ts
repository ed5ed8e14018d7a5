import { expect, test } from 'vitest';
import { PROGRAMS } from './findProgram.ts';

/** What decides how a session is judged, one thing in a line. */
const judging = PROGRAMS.flatMap(({ version, codes, phases }) => [
  ...codes.map(({ code, stream, valence, spoken }) => [version, 'code', { code, stream, valence, spoken }]),
  ...phases.flatMap(({ id, windowMs, criteria }) => [
    [version, id, { windowMs }],
    ...criteria.map((criterion) => [version, id, criterion]),
  ]),
]);

test('[PRO5] no version of a program that sessions were held under changes how it judges', async () => {
  const lines = judging.map((line) => JSON.stringify(line));
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('everyVersion.snap');
});
