/**
 * Writes docs/LICENSES.md from the lock file and what the packages bring: `node tools/licenses.ts`. With `--check`, writes nothing, and fails if the
 * page is not current or a license is not allowed.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { installedPackages } from './licenses/installedPackages.ts';
import { licensesPage } from './licenses/licensesPage.ts';
import { otherComponents } from './licenses/otherComponents.ts';
import { whyNotAllowed } from './licenses/whyNotAllowed.ts';

const PAGE = new URL('../docs/LICENSES.md', import.meta.url);
const lockFile: unknown = JSON.parse(await readFile(new URL('../package-lock.json', import.meta.url), 'utf8'));
const packages = installedPackages(lockFile);
const others = await otherComponents(fileURLToPath(new URL('..', import.meta.url)), packages);
const page = await format(licensesPage(packages, others.components), {
  parser: 'markdown',
  printWidth: 120,
  singleQuote: true,
});

const complaints = [...packages.flatMap((one) => whyNotAllowed(one) ?? []), ...others.complaints];
if (!process.argv.includes('--check')) await writeFile(PAGE, page);
else if ((await readFile(PAGE, 'utf8').catch(() => '')) !== page) {
  complaints.push('docs/LICENSES.md is not current. Run node tools/licenses.ts.');
}
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length === 0 ? 0 : 1;
