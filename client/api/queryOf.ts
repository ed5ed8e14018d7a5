import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { GivenArguments, PolledRoute, ValueRoute } from '#shared/protocol/http/routes.ts';
import { call } from './http.ts';

/**
 * How often an open page asks again by itself, in ms. Only a route whose row says `isPolled` can be here: with any other,
 * a page that is left open would keep its sign-in. Rule PER14.
 */
export const ASK_AGAIN_MS = {
  'sessions:list': 15_000,
  // Tells an open page that its sign-in has ended.
  'account:standing': 30_000,
  // Tells an open page of a family that the reader's access has ended.
  'family-therapists:read': 30_000,
  // Brings the entries of others.
  'review:read': 15_000,
  // Only while the speech is being found.
  'speech:read': 2_000,
  // As often as a server takes its figures.
  'servers:list': 5_000,
} as const satisfies { readonly [N in PolledRoute]?: number };

/** When an answer is asked for again, where it is not on every visit. Times in ms. */
const FRESHNESS: { readonly [N in ValueRoute]?: N extends PolledRoute ? Polled : Freshness } = {
  'account:read': { staleTime: Infinity },
  'clinic:read': { staleTime: 60_000 },
  'clips:list': { staleTime: Infinity },
  'account:standing': { refetchInterval: ASK_AGAIN_MS['account:standing'], gcTime: 0 },
  'servers:list': { refetchInterval: ASK_AGAIN_MS['servers:list'] },
  'family-therapists:read': { refetchInterval: ASK_AGAIN_MS['family-therapists:read'] },
  // Once its page is open, the live session brings what is new.
  'session:read': { gcTime: 0, refetchOnWindowFocus: false },
  // The server notes when an attempt begins.
  'attempt:open': { staleTime: Infinity },
};

type Freshness = { readonly staleTime?: number; readonly gcTime?: number; readonly refetchOnWindowFocus?: boolean };
type Polled = Freshness & { readonly refetchInterval?: number };

/** A route of the table as a query, cached under its name and what it is asked with. */
export function queryOf<N extends ValueRoute>(name: N, ...given: GivenArguments<N>) {
  const freshness: Polled | undefined = FRESHNESS[name];
  return queryOptions({ queryKey: [name, ...given], queryFn: () => call(name, ...given), ...freshness });
}

/** Asks these routes again wherever their answers are shown. */
export function invalidate(queries: QueryClient, ...names: readonly ValueRoute[]): Promise<unknown> {
  return Promise.all(names.map((name) => queries.invalidateQueries({ queryKey: [name] })));
}
