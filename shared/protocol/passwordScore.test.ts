import { expect, test } from 'vitest';
import { isStrongEnough } from '#shared/domain/passwordStrength.ts';
import { passwordScore } from './passwordScore.ts';

test.for(['password1234', 'qwertyuiopas', '111111111111', 'passwordpasswordpassword', 'clinic123456', 'x'.repeat(128)])(
  '[PER10] “%s” is easy to guess',
  (password) => {
    expect(isStrongEnough(passwordScore(password, []))).toBe(false);
  },
);

test.for([
  'a short sentence here',
  'rain on the tin roof',
  'k7#mQ2v!pZ9w',
  'ein kurzer Satz von mir',
  'Å, så fin en dag!',
])('[PER10] “%s” is not', (password) => {
  expect(isStrongEnough(passwordScore(password, []))).toBe(true);
});

test('[PER10] a person’s own name is easier to guess for somebody who knows it', () => {
  const known = passwordScore('oyelaran-abara', ['Oyelaran Abara']);
  expect(known).toBeLessThan(passwordScore('oyelaran-abara', []));
});
