import { ZodError } from 'zod';
import { problemOf } from '#client/api/http.ts';

/** What became of a page that could not be shown: its address means nothing, its server is away, or it broke. */
type Crash = 'no-such-page' | 'offline' | 'broken';

/** How browsers say that a part of the page could not be fetched: Chromium, Firefox, Safari. */
const UNFETCHED =
  /failed to fetch dynamically imported module|error loading dynamically imported module|importing a module script failed|unable to preload/i;

/** Tells what went wrong by the error that a page ended with. The router wraps the fault of an address as its cause. */
export function crashOf(error: unknown): Crash {
  if (!(error instanceof Error)) return 'broken';
  if (error.cause instanceof ZodError) return 'no-such-page';
  return problemOf(error) === 'offline' || UNFETCHED.test(error.message) ? 'offline' : 'broken';
}
