import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PCIT } from '../programs/pcit.ts';
import { resolveCandidates } from './resolveCandidates.ts';

test.for([
  ['COD3', ['UP', 'LP'], 'both', 'LP'],
  ['COD3', ['BD', 'RF'], 'both', 'RF'],
  ['COD3', ['IQ', 'QU'], 'both', 'QU'],
  ['COD3', ['TA', 'DC', 'NTA'], 'both', 'NTA'],
  ['COD3', ['LP', 'QU'], 'both', 'LP'],
  ['COD6', ['RF', 'QU'], 'both', 'QU'],
  ['COD6', ['BD', 'DQ'], 'both', 'DQ'],
  ['COD4', ['RF', 'BD'], 'unsure', 'BD'],
  ['COD4', ['QU', 'IC'], 'unsure', 'QU'],
  ['COD4', ['NTA', 'TA'], 'unsure', 'TA'],
  ['COD4', ['LP', 'UP'], 'unsure', 'UP'],
  ['COD4', ['LP', 'DC'], 'unsure', 'DC'],
  ['COD4', ['NTA', 'LP'], 'unsure', 'NTA'],
  ['COD4', ['LP'], 'unsure', 'LP'],
  ['COD4', ['NC', 'CO'], 'unsure', 'CO'],
  ['COD4', ['CO', 'NOC', 'NC'], 'unsure', 'NOC'],
] as const)('[%s] %j, %s, is %s', ([, candidates, mode, code]) => {
  expect(resolveCandidates(PCIT, candidates, mode)).toBe(code);
});

test('[COD3-4] the chosen code is one of the candidates, whatever their order', () => {
  const some = fc.uniqueArray(fc.constantFrom(...PCIT.priority), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(some, fc.constantFrom('both' as const, 'unsure' as const), (candidates, mode) => {
      const code = resolveCandidates(PCIT, candidates, mode);
      expect(candidates).toContain(code);
      expect(resolveCandidates(PCIT, candidates.toReversed(), mode)).toBe(code);
    }),
  );
});

test('[COD3-4] codes that the program does not rank give no result', () => {
  expect(resolveCandidates(PCIT, ['WARN', '?'], 'both')).toBeUndefined();
  expect(resolveCandidates(PCIT, [], 'unsure')).toBeUndefined();
});
