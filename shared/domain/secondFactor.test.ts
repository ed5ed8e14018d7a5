import { expect, test } from 'vitest';
import { missingFactor } from './secondFactor.ts';

test.for([
  ['a person who has a factor gives it where it is required', { has: true, isRequired: true }, 'give'],
  ['and where it is not', { has: true, isRequired: false }, 'give'],
  ['a person without one sets one up where it is required', { has: false, isRequired: true }, 'set-up'],
  ['and needs none where it is not', { has: false, isRequired: false }, 'none'],
] as const)('[PER11] %s', ([, person, missing]) => {
  expect(missingFactor({ way: 'password', given: false, isProviderEnough: true, ...person })).toBe(missing);
  expect(missingFactor({ way: 'password', given: true, isProviderEnough: true, ...person })).toBe('none');
});

test.for(['demo', 'passkey'] as const)('[PER11] a sign-in by way of the %s is not asked', (way) => {
  expect(missingFactor({ way, given: false, has: true, isRequired: true, isProviderEnough: false })).toBe('none');
});

test('[PER17] a sign-in at the identity provider is asked, unless the provider says that it asked and the clinic accepts this', () => {
  const standing = { given: false, has: true, isRequired: true } as const;
  expect(missingFactor({ ...standing, way: 'provider-two-factors', isProviderEnough: false })).toBe('give');
  expect(missingFactor({ ...standing, way: 'provider', isProviderEnough: true })).toBe('give');
  expect(missingFactor({ ...standing, way: 'provider-two-factors', isProviderEnough: true })).toBe('none');
});
