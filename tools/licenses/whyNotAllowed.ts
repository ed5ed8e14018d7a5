import type { InstalledPackage } from './installedPackages.ts';

type Allowed = { readonly says: string; readonly when: 'always' | 'developing' };

/** The licenses that the product may depend on, and what each asks for. */
export const ALLOWED_LICENSES: Readonly<Record<string, Allowed>> = {
  MIT: { says: 'Keep the notice.', when: 'always' },
  'MIT-0': { says: 'Asks for nothing.', when: 'always' },
  ISC: { says: 'Keep the notice.', when: 'always' },
  '0BSD': { says: 'Asks for nothing.', when: 'always' },
  'BSD-2-Clause': { says: 'Keep the notice.', when: 'always' },
  'BSD-3-Clause': { says: 'Keep the notice, and advertise with no names.', when: 'always' },
  'BlueOak-1.0.0': { says: 'Keep the notice.', when: 'always' },
  'Apache-2.0': { says: 'Keep the notices, and say what was changed.', when: 'always' },
  'CC0-1.0': { says: 'Asks for nothing.', when: 'always' },
  Unlicense: { says: 'Asks for nothing.', when: 'always' },
  'MPL-2.0': { says: 'Changed files of the package stay open. We change none.', when: 'always' },
  'OFL-1.1': { says: 'Fonts: sell none of them alone, and rename changed ones. We change none.', when: 'always' },
  'CC-BY-4.0': { says: 'Name the authors. Data for the build, of which nothing is delivered.', when: 'developing' },
  'LicenseRef-UCUM': {
    says: 'Terms of the Regenstrief Institute for tables of units. Only tests of FHIR exports use them.',
    when: 'developing',
  },
};

/** Why a package may not be used, or undefined. Of licenses with `OR` one is enough; of those with `AND`, each counts. */
export function whyNotAllowed({ name, version, license, isDeveloping }: InstalledPackage): string | undefined {
  const isAllowed = (id: string) => {
    const allowed = Object.hasOwn(ALLOWED_LICENSES, id) ? ALLOWED_LICENSES[id] : undefined;
    return allowed !== undefined && (allowed.when === 'always' || isDeveloping);
  };
  const choices = license.replaceAll(/[()]/g, '').split(' OR ');
  if (choices.some((choice) => choice.split(' AND ').every(isAllowed))) return undefined;
  return `${name}@${version} has the license ${license}, which is not in the list of allowed licenses.`;
}
