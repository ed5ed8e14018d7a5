import { cp, mkdir, readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';

const Manifest = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
});

/** What is needed of a package: whether to take a file or folder, by its path in the package. */
export type Taken = (path: string) => boolean;

/**
 * Copies packages, and what they depend on, into a folder `node_modules`. Of those that are named with a filter, only what it
 * takes. Resolves to the folders that were copied.
 */
export async function copyPackages(
  root: string,
  names: Readonly<Record<string, Taken | undefined>>,
  to: string,
): Promise<readonly string[]> {
  const copied = new Set<string>();

  async function copy(name: string, from: string) {
    const folder = find(name, from, root);
    if (copied.has(folder)) return;
    copied.add(folder);
    const takes = names[name] ?? (() => true);
    const target = join(to, relative(root, folder));
    await mkdir(dirname(target), { recursive: true });
    await cp(folder, target, { recursive: true, filter: (path) => isTaken(relative(folder, path), takes) });
    const { dependencies } = Manifest.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
    for (const one of Object.keys(dependencies)) await copy(one, folder);
  }

  for (const name of Object.keys(names)) await copy(name, root);
  return [...copied];
}

const ALWAYS_TAKEN = /^(package\.json|licen[cs]e.*|notice.*|copying.*)$/iu;

function isTaken(path: string, takes: Taken): boolean {
  // Packages inside are copied by themselves, if they are needed.
  if (path.split('/').includes('node_modules')) return false;
  return path === '' || ALWAYS_TAKEN.test(path) || (!/\.(map|d\.ts)$/u.test(path) && takes(path));
}

/** As Node finds it: in the package that needs it, or in one of the folders above. */
function find(name: string, from: string, root: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const here = join(folder, 'node_modules', name);
    if (existsSync(join(here, 'package.json'))) return here;
    if (folder === root || folder === dirname(folder)) throw new Error(`There is no package ${name}.`);
  }
}
