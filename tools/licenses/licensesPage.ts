import type { InstalledPackage } from './installedPackages.ts';
import type { Component } from './otherComponents.ts';
import { ALLOWED_LICENSES } from './whyNotAllowed.ts';

/** The page that lists every package and every other component with its license. */
export function licensesPage(packages: readonly InstalledPackage[], others: readonly Component[]): string {
  const byLicense = Map.groupBy(packages, ({ license }) => license);
  const licenses = [...byLicense.keys()].sort();
  const delivered = packages.filter(({ isDeveloping }) => !isDeveloping).length;
  return [
    '# Licenses of the dependencies',
    `Generated from the lock file by \`node tools/licenses.ts\`; \`npm run check\` fails if it is not current, or if a package has a license that is not allowed. ${packages.length} packages, ${delivered} of them in a running clinic. Packages in _italics_ are only for development.`,
    othersSection(others),
    ...licenses.map((license) => section(license, byLicense.get(license) ?? [])),
    '',
  ].join('\n\n');
}

function othersSection(others: readonly Component[]): string {
  const rows = others.map(
    ({ name, version = 'as installed', license, from, is }) => `| ${[name, version, license, from, is].join(' | ')} |`,
  );
  const table = ['| what | version | license | from | what it does |', '| --- | --- | --- | --- | --- |', ...rows];
  return [
    '## What is no package of npm',
    'The check compares versions with the packages that bring them, and names with what `tools/setup` installs. “As installed”: Debian or the machine decides; libwebrtc and espeak-ng come without a version. Fonts are packages of npm. A model for `SPEECH_MODEL` is chosen, and looked at, by the operator.',
    table.join('\n'),
  ].join('\n\n');
}

function section(license: string, packages: readonly InstalledPackage[]): string {
  const says = ALLOWED_LICENSES[license]?.says ?? 'Each part is allowed.';
  const names = packages.map(({ name, version, isDeveloping }) => {
    const shown = `${name.replaceAll('_', '\\_')} ${version}`;
    return isDeveloping ? `_${shown}_` : shown;
  });
  return `## ${license}\n\n${says}\n\n${[...new Set(names)].join(', ')}.`;
}
