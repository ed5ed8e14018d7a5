import { readFile } from 'node:fs/promises';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import { ROUTES } from '../http/routes.ts';
import { type Route } from '../http/route.ts';
import { ACTOR_GROUPS } from './actorGroups.ts';
import { ROUTE_ACCESS, type RouteAccess } from './routeAccess.ts';
import { permissionsPage } from './permissionsPage.ts';

test('docs/PERMISSIONS.md matches the tables (node tools/permissionsPage.ts writes it)', async () => {
  const page = await format(permissionsPage(), { parser: 'markdown', printWidth: 120, singleQuote: true });
  expect(await readFile('docs/PERMISSIONS.md', 'utf8')).toBe(page);
});

test('[PER3] a route that names a role lets in nobody else', () => {
  for (const [name, { for: visitors }] of Object.entries<Route>(ROUTES)) {
    const { who }: RouteAccess = ROUTE_ACCESS[name as keyof typeof ROUTE_ACCESS];
    const isOpen = ['anybody', 'secret', 'devices', 'cards', 'pages', 'ownPage'].includes(who);
    expect([name, isOpen]).toEqual([name, visitors.includes('nobody')]);
    if (!visitors.includes('admin')) expect(ACTOR_GROUPS[who].actors.includes('admin' as never) && !isOpen).toBe(false);
  }
});
