import { hashPassword } from 'better-auth/crypto';
import { expect, test } from 'vitest';
import { createPasswordHashes, HASH_COST, type HashCost, missingWork } from './passwordHashes.ts';
import { CHEAP } from './testing/cheap.ts';

const PASSWORD = 'a kettle sings in the harbor';

test('[PER10] a password is stored as a salted scrypt hash, as slow as OWASP advises', async () => {
  expect(HASH_COST).toEqual({ N: 131_072, r: 8, p: 1 });
  const passwords = createPasswordHashes();
  const hash = await passwords.hash(PASSWORD);
  expect(hash).toMatch(/^\$scrypt\$ln=17,r=8,p=1\$[\w-]{22}\$[\w-]{86}$/);
  expect(await passwords.verify({ hash, password: PASSWORD })).toBe(true);
  expect(passwords.isOld(hash)).toBe(false);
});

test.for([
  ['another one', `${PASSWORD}s`],
  ['with another case', PASSWORD.toUpperCase()],
  ['with a space at its end', `${PASSWORD} `],
  ['cut', PASSWORD.slice(0, -1)],
  ['empty', ''],
] as const)('[PER10] a password that is %s is wrong', async ([, password]) => {
  const { hash, verify } = createPasswordHashes(CHEAP);
  expect(await verify({ hash: await hash(PASSWORD), password })).toBe(false);
});

test('[PER10] a password is checked exactly as it was typed, whatever its characters', async () => {
  const { hash, verify } = createPasswordHashes(CHEAP);
  const typed = 'ﬁve Ångström ① 🎈'.normalize('NFC');
  expect(await verify({ hash: await hash(typed), password: typed })).toBe(true);
  expect(await verify({ hash: await hash(typed), password: typed.normalize('NFKC') })).toBe(false);
  expect(await hash(typed)).not.toBe(await hash(typed));
});

test('[PER10] a hash of the sign-in library still opens, by its own rules, and counts as old', async () => {
  const { verify, isOld } = createPasswordHashes(CHEAP);
  const hash = await hashPassword('five Ångström');
  expect(await verify({ hash, password: 'ﬁve Ångström' })).toBe(true);
  expect(await verify({ hash, password: 'five' })).toBe(false);
  expect(isOld(hash)).toBe(true);
});

test('[PER10] a hash of another cost still opens, and counts as old', async () => {
  const [former, next] = [createPasswordHashes(CHEAP), createPasswordHashes({ ...CHEAP, N: 4 })];
  const hash = await former.hash(PASSWORD);
  expect(await next.verify({ hash, password: PASSWORD })).toBe(true);
  expect([former.isOld(hash), next.isOld(hash)]).toEqual([false, true]);
});

test('[PER10] an old hash takes as long to check as one of today', () => {
  const work = ({ N, r, p }: HashCost) => N * r * p;
  const library = { N: 2 ** 14, r: 16, p: 1 };
  const missing = missingWork(library, HASH_COST);
  expect(missing.reduce((sum, part) => sum + work(part), work(library))).toBe(work(HASH_COST));
  expect(missing).toHaveLength(2);
  expect(missingWork(HASH_COST, HASH_COST)).toEqual([]);
  expect(missingWork({ ...HASH_COST, N: 2 ** 18 }, HASH_COST)).toEqual([]);
});

test('a stored value that is no hash is an error and no password', async () => {
  await expect(createPasswordHashes(CHEAP).verify({ hash: '', password: '' })).rejects.toThrow('not stored');
});

test('two are computed at a time, a hundred wait, and whoever comes then is told to try again', async () => {
  const { hash } = createPasswordHashes(CHEAP);
  const made = await Promise.allSettled(Array.from({ length: 104 }, () => hash(PASSWORD)));
  const refused = made.filter(({ status }) => status === 'rejected');
  expect(refused).toEqual(
    Array(2).fill({ status: 'rejected', reason: expect.objectContaining({ statusCode: 429 }) as Error }),
  );
});
