import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { commands } from './contract.ts';
import { ROUTES } from './http/routes.ts';

/** For programs that watch or use this server, not for its own pages. */
const NOT_FOR_PAGES = ['clinic:health', 'api-description:read'];
/** Needed only for a connection through the real media server. */
const ONLY_IN_BROWSERS = ['media:connect-transport'];
/** These send every command and ask every route, but only to check permissions. */
const PERMISSIONS_TESTS = ['server/everyCommand.test.ts', 'server/everyRoute.test.ts'];

async function textOf(pattern: string, isMeant: (file: string) => boolean): Promise<string> {
  const texts: string[] = [];
  for await (const file of glob(pattern)) if (isMeant(file)) texts.push(await readFile(file, 'utf8'));
  return texts.join('\n');
}

const isTest = (file: string) => /\.test\.tsx?$/u.test(file);
const isAboutIt = (file: string) => isTest(file) && !PERMISSIONS_TESTS.includes(file);
const COMMANDS = Object.keys(commands);
const ROUTE_NAMES = Object.keys(ROUTES);

test('every command and route is named subject:verb, in lower case with hyphens', () => {
  expect([...COMMANDS, ...ROUTE_NAMES].filter((name) => !/^[a-z-]+:[a-z-]+$/u.test(name))).toEqual([]);
});

test('the client uses every command and every route that is for pages', async () => {
  const client = await textOf('client/**/*.{ts,tsx}', (file) => !isTest(file) && !file.includes('/testing/'));
  const unused = [...COMMANDS, ...ROUTE_NAMES].filter((name) => !client.includes(`'${name}'`));
  expect(unused).toEqual(NOT_FOR_PAGES);
});

test('a test sends every command, besides the one that tries all permissions', async () => {
  const tests = await textOf('{server,client}/**/*.{ts,tsx}', (file) => isAboutIt(file));
  expect(COMMANDS.filter((name) => !tests.includes(`'${name}'`))).toEqual(ONLY_IN_BROWSERS);
});

test('a test of the server asks every route by its name, besides the one that tries all strangers', async () => {
  const tests = await textOf('server/**/*.ts', isAboutIt);
  expect(ROUTE_NAMES.filter((name) => !tests.includes(`'${name}'`))).toEqual([]);
});
