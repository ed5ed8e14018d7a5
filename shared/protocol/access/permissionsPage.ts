import { type CommandName, mayDo } from '#shared/domain/permissions.ts';
import { PARTS } from '#shared/domain/people.ts';
import { type Phase, PHASES } from '#shared/domain/phase.ts';
import { ROUTES, type RouteName } from '../http/routes.ts';
import type { Route } from '../http/route.ts';
import { ACTOR_GROUPS, type ActorGroup } from './actorGroups.ts';
import { type Actor, ACTOR_KINDS, type ActorRow, ACTORS } from './actors.ts';
import { commandCells, routeCells } from './cells.ts';
import { COMMAND_PHASES, type When } from './commandAccess.ts';
import { ROUTE_ACCESS, type RouteAccess } from './routeAccess.ts';

const INTRODUCTION = `# Permissions

Who may do what, as seen from one family. The page is generated from \`shared/protocol/access\` and
\`shared/domain/permissions.ts\` by \`node tools/permissionsPage.ts\`. A route or command without a row does not compile. Tests try
every cell against a real server, and this page says how many; a test fails if the numbers differ, or if any cell is wrong.`;

/** The page of all permissions, in Markdown. */
export function permissionsPage(): string {
  const sections = [cellsTried(), actorTable(), groupTable(), routeTable(), commandTable()];
  return `${[INTRODUCTION, ...sections].join('\n\n')}\n`;
}

const CELLS = `A cell is one route asked by one of those below, or one command sent by them in one phase of the session. \`server/everyRoute.test.ts\`
asks over HTTP, \`server/everyCommand.test.ts\` sends over sockets. What is refused changes nothing, no answer to an outsider
names the family, and whoever is in no session sends each command all the same and is cut off without an answer.`;

function cellsTried(): string {
  const rows = ACTOR_KINDS.map(({ says, actors }) => {
    const names = Object.keys(actors) as Actor[];
    return `| ${says} | ${routeCells(names)} | ${commandCells(names)} |`;
  });
  const all = `| **all** | **${routeCells()}** | **${commandCells()}** |`;
  return [
    '## How many cells',
    CELLS,
    ['| who comes | routes | commands |', '| --- | ---: | ---: |', ...rows, all].join('\n'),
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

function commandTable(): string {
  const rows = Object.entries<When>(COMMAND_PHASES).map(
    ([name, when]) => `| \`${name}\` | ${senders(name as CommandName)} | ${phasesOf(when)} |`,
  );
  const head = ['| command | who may send it | in which phases |', '| --- | --- | --- |'];
  return ['## Commands', [...head, ...rows].join('\n')].join('\n\n');
}

const STAFF_ROLES = ['therapist', 'supervisor'] as const;

/** The parts that may send a command; a role is named where the other may not. */
function senders(command: CommandName): string {
  return PARTS.flatMap((part) => {
    if (mayDo('caregiver', part, command)) return [part];
    const roles = STAFF_ROLES.filter((role) => mayDo(role, part, command));
    return roles.length === 1 ? [`${part} (${roles.join('')})`] : roles.length === 0 ? [] : [part];
  }).join(', ');
}

function phasesOf({ in: phases, lead }: When): string {
  const said = namesOf(phases);
  return lead === undefined ? said : `${said}; for the lead: ${namesOf(lead)}`;
}

function namesOf(phases: readonly Phase[]): string {
  if (phases.length === PHASES.length) return 'always';
  return phases.length === PHASES.length - 1 && !phases.includes('closed') ? 'until the close' : phases.join(', ');
}

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
