import { expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programmes/pcit.ts';
import { codeTone } from './codeTone.ts';

const FAMILY = { do: ['blue', 'green', 'sky'], avoid: ['orange', 'vermillion'], neutral: ['grey'] };

test.for(PCIT.codes)('$code is of the colour family of its valence, in child-led and parent-led play', (definition) => {
  for (const { id } of PCIT.phases) {
    const valence = definition.valence[id] ?? 'neutral';
    expect(FAMILY[valence]).toContain(codeTone(definition.code, valence));
  }
});

test('only negative talk is vermillion', () => {
  const vermillion = PCIT.codes.filter(
    ({ code, valence }) => codeTone(code, valence['cdi'] ?? 'neutral') === 'vermillion',
  );
  expect(vermillion.map(({ code }) => code)).toEqual(['NTA']);
});
