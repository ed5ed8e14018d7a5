import { type Actor, EVERY_ACTOR } from './actors.ts';
import { ROUTE_ACCESS } from './routeAccess.ts';

/** How many cells of the table of routes are tried: each route by each of these actors. */
export function routeCells(actors: readonly Actor[] = EVERY_ACTOR): number {
  return actors.length * Object.keys(ROUTE_ACCESS).length;
}
