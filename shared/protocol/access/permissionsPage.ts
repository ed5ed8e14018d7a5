import { ROUTES, type RouteName } from '../http/routes.ts';
import type { Route } from '../http/route.ts';
import { ACTOR_GROUPS, type ActorGroup } from './actorGroups.ts';
import { type Actor, ACTOR_KINDS, type ActorRow, ACTORS } from './actors.ts';
import { routeCells } from './cells.ts';
import { ROUTE_ACCESS, type RouteAccess } from './routeAccess.ts';

const INTRODUCTION = `# Permissions

Who may do what, as seen from one family. The page is generated from \`shared/protocol/access\` by
\`node tools/permissionsPage.ts\`. A route without a row does not compile. Tests try every cell against a real server, and this
page says how many; a test fails if the numbers differ, or if any cell is wrong.`;

/** The page of all permissions, in Markdown. */
export function permissionsPage(): string {
  return `${[INTRODUCTION, cellsTried(), actorTable(), groupTable(), routeTable()].join('\n\n')}\n`;
}

function cellsTried(): string {
  const rows = ACTOR_KINDS.map(({ says, actors }) => `| ${says} | ${routeCells(Object.keys(actors) as Actor[])} |`);
  return [
    '## How many cells',
    'A cell is one route asked by one of those below. `server/everyRoute.test.ts` asks each over HTTP. Refused requests change nothing, and no answer to an outsider names the family.',
    ['| who comes | routes |', '| --- | ---: |', ...rows, `| **all** | **${routeCells()}** |`].join('\n'),
  ].join('\n\n');
}

function actorTable(): string {
  const rows = ACTOR_KINDS.flatMap(({ says: kind, actors }) =>
    Object.values<ActorRow>(actors).map(({ says, attends }) => `| ${kind} | ${capital(says)} | ${attends} |`),
  );
  const head = ['| kind | who | in the family’s session |', '| --- | --- | --- |'];
  return ['## Who comes', [...head, ...rows].join('\n')].join('\n\n');
}

function groupTable(): string {
  const rows = Object.values(ACTOR_GROUPS).map(({ says, actors }) => `| ${says} | ${listOf(actors)} |`);
  return ['## Groups', ['| group | who is in it |', '| --- | --- |', ...rows].join('\n')].join('\n\n');
}

function listOf(actors: readonly Actor[]): string {
  if (actors.length === Object.keys(ACTORS).length) return 'everybody in the table above';
  return actors.length === 0 ? 'nobody by who they are' : actors.map((actor) => ACTORS[actor].says).join('; ');
}

function routeTable(): string {
  const rows = Object.entries<RouteAccess>(ROUTE_ACCESS).map(([name, access]) => {
    const { does }: Route = ROUTES[name as RouteName];
    return `| \`${name}\` | ${does} | ${lets(access)} |`;
  });
  const head = ['| route | what it does | whom it lets in |', '| --- | --- | --- |'];
  return ['## Routes', [...head, ...rows].join('\n')].join('\n\n');
}

function lets({ who, confirmed, also = [] }: RouteAccess): string {
  const group: ActorGroup = who;
  const asked = confirmed === true ? ', who confirmed who they are' : '';
  return [`${ACTOR_GROUPS[group].says}${asked}`, ...also.map((actor) => ACTORS[actor].says)].join('; ');
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
