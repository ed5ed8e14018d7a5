import { type Actor, EVERY_ACTOR } from './actors.ts';
import { COMMAND_PHASES } from './commandAccess.ts';
import { placesOf } from './placesOf.ts';
import { ROUTE_ACCESS } from './routeAccess.ts';

/** How many cells of the table of routes are tried: each route by each of these actors. */
export function routeCells(actors: readonly Actor[] = EVERY_ACTOR): number {
  return actors.length * Object.keys(ROUTE_ACCESS).length;
}

/** How many cells of the table of commands are tried: each command by each of these actors in each phase. */
export function commandCells(actors: readonly Actor[] = EVERY_ACTOR): number {
  return actors.flatMap(placesOf).length * Object.keys(COMMAND_PHASES).length;
}
