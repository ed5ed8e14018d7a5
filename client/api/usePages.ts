import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { AnswerOf, AskedOf, GivenArguments, PagedRoute } from '#shared/protocol/http/routes.ts';
import { call } from './http.ts';
import { ASK_AGAIN_MS } from './queryOf.ts';

type Polled = keyof typeof ASK_AGAIN_MS;

type Asking<N extends PagedRoute> = {
  /** Whether the list is asked for at all. */
  readonly enabled?: boolean;
  /** Whether an open page asks again by itself. */
  readonly asksAgain?: N extends Polled ? boolean : false;
};

/** A list that is asked for page by page. While another query is fetched, the former list stays. */
export function usePages<N extends PagedRoute>(
  name: N,
  query: Omit<AskedOf<N>, 'after'>,
  { enabled = true, asksAgain }: Asking<N> = {},
) {
  return useInfiniteQuery({
    enabled,
    queryKey: [name, query],
    queryFn: ({ pageParam: after }): Promise<AnswerOf<N>> =>
      // The route is one that takes `after`, which the compiler cannot see for all of them at once.
      call(name, ...([{ query: { ...query, after } }] as unknown as GivenArguments<N>)),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => (page as { readonly next: string | null }).next,
    placeholderData: keepPreviousData,
    refetchInterval: asksAgain === true && ASK_AGAIN_MS[name as Polled],
  });
}
