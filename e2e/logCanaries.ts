import { expect } from '@playwright/test';
import { DEMO_FAMILIES } from '#server/demo/histories.ts';
import type { Earshot } from './earshot.ts';

/** Words of staff, of the clinic, and of those whom stories invent. Short names are part of other words. */
const STAFF =
  /\b(Ragna Dahl|Imran Quill|Tess Novak|Yara Lund|Nils Aubert|Dana Okafor|555 0142|[\w.]+@(demo|clinic)\.example)\b/;

/** What a log must not contain: whom the demo knows, and what opens doors. */
export function expectCleanLog(logged: string, { links }: Earshot, cookies: readonly string[]): void {
  const families = DEMO_FAMILIES.flatMap(({ name, caregiverNames }) => [name, ...caregiverNames]);
  const isNamed = (name: string) => new RegExp(`\\b${name}\\b`).test(logged);
  const secrets = [...Object.values(links).map((link) => link.split('#')[1] ?? ''), ...cookies];
  expect(families.filter(isNamed), 'families in the log').toEqual([]);
  expect(STAFF.exec(logged)?.[0], 'staff in the log').toBeUndefined();
  expect(
    secrets.filter((secret) => secret.length > 8 && logged.includes(secret)),
    'secrets in the log',
  ).toEqual([]);
}
