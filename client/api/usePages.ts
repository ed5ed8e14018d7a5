import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { AnswerOf, AskedOf, GivenArguments, PagedRoute } from '#shared/protocol/http/routes.ts';
import { call } from './http.ts';
import { ASK_AGAIN_MS } from './queryOf.ts';

type Polled = keyof typeof ASK_AGAIN_MS;

/** A list that is asked for page by page, if wanted again and again. While another query is fetched, the former list stays. */
export function usePages<N extends PagedRoute>(
  name: N,
  query: Omit<AskedOf<N>, 'after'>,
  asksAgain: N extends Polled ? boolean : false = false,
) {
  return useInfiniteQuery({
    queryKey: [name, query],
    queryFn: ({ pageParam: after }): Promise<AnswerOf<N>> =>
      // The route is one that takes `after`, which the compiler cannot see for all of them at once.
      call(name, ...([{ query: { ...query, after } }] as unknown as GivenArguments<N>)),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => (page as { readonly next: string | null }).next,
    placeholderData: keepPreviousData,
    refetchInterval: asksAgain && ASK_AGAIN_MS[name as Polled],
  });
}
