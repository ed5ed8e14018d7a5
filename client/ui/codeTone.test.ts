import { expect, test } from 'vitest';
import { listPrograms } from '#shared/domain/programs/findProgram.ts';
import { codeTone } from './codeTone.ts';

test.for([
  ['sky', 'do', 'sky'],
  [undefined, 'do', 'blue'],
  ['vermillion', 'avoid', 'vermillion'],
  [undefined, 'avoid', 'orange'],
  ['green', 'avoid', 'orange'],
  ['green', 'neutral', 'gray'],
] as const)('a code with the color %s that is %s is %s', ([own, valence, tone]) => {
  expect(codeTone(own, valence)).toBe(tone);
});

test.for(listPrograms())('$name keeps vermillion for one code to avoid, so that it stands out', ({ codes, phases }) => {
  for (const { id } of phases) {
    const vermillion = codes.filter(({ tone, valence }) => codeTone(tone, valence[id] ?? 'neutral') === 'vermillion');
    expect(vermillion).toHaveLength(1);
  }
});
