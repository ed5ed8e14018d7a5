import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { GivenArguments, ValueRoute } from '#shared/protocol/http/routes.ts';
import { call } from './http.ts';

/** When an answer is asked for again, where it is not on every visit. Times in ms. */
const FRESHNESS: { readonly [N in ValueRoute]?: Freshness } = {
  'account:read': { staleTime: Infinity },
  'clinic:read': { staleTime: 60_000 },
  'clips:list': { staleTime: Infinity },
  'sessions:list': { refetchInterval: 15_000 },
  // Tells an open page of a family that the reader's access has ended.
  'family-therapists:read': { refetchInterval: 30_000 },
  // Once its page is open, the live session brings what is new.
  'session:read': { gcTime: 0, refetchOnWindowFocus: false },
  // The server notes when an attempt begins.
  'attempt:open': { staleTime: Infinity },
};

type Freshness = {
  readonly staleTime?: number;
  readonly gcTime?: number;
  readonly refetchInterval?: number;
  readonly refetchOnWindowFocus?: boolean;
};

/** A route of the table as a query, cached under its name and what it is asked with. */
export function queryOf<N extends ValueRoute>(name: N, ...given: GivenArguments<N>) {
  return queryOptions({ queryKey: [name, ...given], queryFn: () => call(name, ...given), ...FRESHNESS[name] });
}

/** Asks these routes again wherever their answers are shown. */
export function invalidate(queries: QueryClient, ...names: readonly ValueRoute[]): Promise<unknown> {
  return Promise.all(names.map((name) => queries.invalidateQueries({ queryKey: [name] })));
}
