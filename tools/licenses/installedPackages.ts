import { z } from 'zod';

/** One package of the lock file. `isDeveloping`: it is not installed with `npm ci --omit=dev`. */
export type InstalledPackage = {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly isDeveloping: boolean;
};

const LockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
    }),
  ),
});

/** Licenses that the package itself does not name in a way that the lock file has, as read in its own files. */
const READ_IN_THE_PACKAGE: Readonly<Record<string, string>> = {
  'png-js': 'MIT',
  'xmlhttprequest-ssl': 'MIT',
  // Its repository says so; the package has no file about it.
  'emitter-component': 'MIT',
  // The text of BSD-3-Clause with a list of contributors.
  fhirpath: 'BSD-3-Clause',
  '@lhncbc/ucum-lhc': 'LicenseRef-UCUM',
};

/** Every package that the lock file installs, by name. */
export function installedPackages(lockFile: unknown): readonly InstalledPackage[] {
  return Object.entries(LockFile.parse(lockFile).packages)
    .filter(([path]) => path !== '')
    .map(([path, { version = '', license, dev, devOptional }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return {
        name,
        version,
        license: READ_IN_THE_PACKAGE[name] ?? license ?? 'none',
        isDeveloping: dev === true || devOptional === true,
      };
    })
    .toSorted((one, other) => compare(one.name, other.name) || compare(one.version, other.version));
}

const compare = (one: string, other: string) => Number(one > other) - Number(one < other);
