import { ZodError } from 'zod';
import { problemOf } from '#client/api/http.ts';

/** Why a page could not be shown: unknown address, server unreachable, or an error. */
type Crash = 'no-such-page' | 'offline' | 'broken';

/** How browsers report that a chunk could not be loaded: Chromium, Firefox, Safari. */
const UNFETCHED =
  /failed to fetch dynamically imported module|error loading dynamically imported module|importing a module script failed|unable to preload/i;

/** The reason from the error of a page. The router wraps the error of an address as its cause. */
export function crashOf(error: unknown): Crash {
  if (!(error instanceof Error)) return 'broken';
  if (error.cause instanceof ZodError) return 'no-such-page';
  return problemOf(error) === 'offline' || UNFETCHED.test(error.message) ? 'offline' : 'broken';
}
