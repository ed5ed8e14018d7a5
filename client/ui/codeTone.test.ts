import { expect, test } from 'vitest';
import { listProgrammes } from '#shared/domain/programmes/findProgramme.ts';
import { codeTone } from './codeTone.ts';

test.for([
  ['sky', 'do', 'sky'],
  [undefined, 'do', 'blue'],
  ['vermillion', 'avoid', 'vermillion'],
  [undefined, 'avoid', 'orange'],
  ['green', 'avoid', 'orange'],
  ['green', 'neutral', 'grey'],
] as const)('a code with the colour %s that is %s is %s', ([own, valence, tone]) => {
  expect(codeTone(own, valence)).toBe(tone);
});

test.for(listProgrammes())(
  '$name keeps vermillion for one code to avoid, so that it stands out',
  ({ codes, phases }) => {
    for (const { id } of phases) {
      const vermillion = codes.filter(({ tone, valence }) => codeTone(tone, valence[id] ?? 'neutral') === 'vermillion');
      expect(vermillion).toHaveLength(1);
    }
  },
);
