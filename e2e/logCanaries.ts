import { expect } from '@playwright/test';
import { DEMO_FAMILIES } from '#server/demo/histories.ts';
import type { Earshot } from './earshot.ts';
import { INVENTED_FAMILIES, INVENTED_STAFF } from './invented.ts';

/** The demo's staff and the telephone number of every clinic. */
const DEMO = ['Ragna Dahl', 'Imran Quill', 'Tess Novak', 'Yara Lund', 'Nils Aubert', 'Dana Okafor', '555 0142'];

/** Everybody's address is in a domain that is reserved for examples. */
const ADDRESS = /[\w.+-]+@[\w.]*\bexample\b/;

/**
 * What the log of a story must not contain: the name or address of anybody in the demo or in `invented.ts`, whoever
 * takes part in this story, and what opens doors: the secrets of the links that the server printed, and the cookies.
 */
export function expectCleanLog(logged: string, { links }: Earshot, cookies: readonly string[]): void {
  const families = [...DEMO_FAMILIES, ...Object.values(INVENTED_FAMILIES)];
  const names = [
    ...DEMO,
    ...Object.values(INVENTED_STAFF).map(({ name }) => name),
    ...families.flatMap(({ name, caregiverNames }) => [name, ...caregiverNames]),
  ];
  // Short names are part of other words.
  const isNamed = (name: string) => new RegExp(`\\b${name}\\b`).test(logged);
  const secrets = [...Object.values(links).map((link) => link.split('#')[1] ?? ''), ...cookies];
  expect(names.filter(isNamed), 'people in the log').toEqual([]);
  expect(ADDRESS.exec(logged)?.[0], 'addresses in the log').toBeUndefined();
  expect(
    secrets.filter((secret) => secret.length > 8 && logged.includes(secret)),
    'secrets in the log',
  ).toEqual([]);
}
