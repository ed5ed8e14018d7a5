import { expect, test } from 'vitest';
import { isTwoFactors } from './providedFactors.ts';

const GOLD = ['gold'];

test.for([
  ['says that there were several', { methods: ['mfa'], level: undefined }],
  ['names a password and a code', { methods: ['pwd', 'otp'], level: undefined }],
  ['names a key and the finger that unlocked it', { methods: ['hwk', 'fpt'], level: undefined }],
  ['says the level that the operator named', { methods: [], level: 'gold' }],
] as const)('[PER17] a provider that %s asked for two factors', ([, said]) => {
  expect(isTwoFactors(said, GOLD)).toBe(true);
});

test.for([
  ['says nothing', { methods: [], level: undefined }],
  ['names a password', { methods: ['pwd'], level: '0' }],
  ['names two things that a person knows', { methods: ['pwd', 'kba'], level: undefined }],
  ['names words that are no methods', { methods: ['user', 'geo', 'Mfa'], level: undefined }],
  ['says another level', { methods: ['pwd'], level: 'silver' }],
] as const)('[PER17] a provider that %s may have asked for one', ([, said]) => {
  expect(isTwoFactors(said, GOLD)).toBe(false);
  expect(isTwoFactors(said, [])).toBe(false);
});
