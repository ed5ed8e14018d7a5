import { expect, test } from 'vitest';
import { PCIT } from '#shared/domain/programmes/pcit.ts';
import { codeTone } from './codeTone.ts';

const FAMILY = { do: ['blue', 'green', 'sky'], avoid: ['orange', 'vermillion'], neutral: ['grey'] };

test.for(PCIT.codes)('$code is of the colour family of its valence, in child-led and parent-led play', (definition) => {
  expect(FAMILY[definition.valence.cdi]).toContain(codeTone(definition.code, definition.valence.cdi));
  expect(FAMILY[definition.valence.pdi]).toContain(codeTone(definition.code, definition.valence.pdi));
});

test('only negative talk is vermillion', () => {
  const vermillion = PCIT.codes.filter(({ code, valence }) => codeTone(code, valence.cdi) === 'vermillion');
  expect(vermillion.map(({ code }) => code)).toEqual(['NTA']);
});
