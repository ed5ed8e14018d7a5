import { expect, test } from 'vitest';
import { installedPackages } from './installedPackages.ts';
import { licensesPage } from './licensesPage.ts';
import { whyNotAllowed } from './whyNotAllowed.ts';

const aPackage = (license: string, isDeveloping = false) => ({ name: 'one', version: '1.0.0', license, isDeveloping });

test.for([
  ['MIT', true],
  ['(MIT OR CC0-1.0)', true],
  ['WTFPL OR ISC', true],
  ['MIT AND ISC AND BSD-3-Clause', true],
  ['MIT AND GPL-3.0', false],
  ['GPL-3.0', false],
  ['AGPL-3.0 OR SSPL-1.0', false],
  ['none', false],
  ['CC-BY-4.0', false],
  // A name that every object has is no license.
  ['constructor', false],
] as const)('a package with the license %s is allowed in a running clinic: %s', ([license, isAllowed]) => {
  expect(whyNotAllowed(aPackage(license)) === undefined).toBe(isAllowed);
});

test('some licenses are allowed only while developing', () => {
  expect(whyNotAllowed(aPackage('CC-BY-4.0', true))).toBeUndefined();
  expect(whyNotAllowed(aPackage('GPL-3.0', true))).toContain('one@1.0.0');
});

test('every package of the lock file is listed, also one within another, with what it says or what was read in it', () => {
  const packages = installedPackages({
    packages: {
      '': { version: '1.0.0' },
      'node_modules/@a/b': { version: '2.0.0', license: 'ISC', dev: true },
      'node_modules/@a/b/node_modules/png-js': { version: '3.0.0' },
      'node_modules/z': { version: '4.0.0' },
    },
  });
  expect(packages).toEqual([
    { name: '@a/b', version: '2.0.0', license: 'ISC', isDeveloping: true },
    { name: 'png-js', version: '3.0.0', license: 'MIT', isDeveloping: false },
    { name: 'z', version: '4.0.0', license: 'none', isDeveloping: false },
  ]);
  const page = licensesPage(packages, []);
  for (const { name, version } of packages) expect(page).toContain(`${name} ${version}`);
  expect(page).toContain('3 packages, 2 of them in a running clinic');
});
