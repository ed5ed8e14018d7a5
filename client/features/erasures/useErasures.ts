import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '#client/api/http.ts';

/** Families that are to be erased, or that were, page by page. Nothing of it stays in memory after the page is left. */
export function useErasures(show: 'requested' | 'erased') {
  return useInfiniteQuery({
    queryKey: ['erasures:list', show],
    queryFn: ({ pageParam }) =>
      call('erasures:list', { query: { show, ...(pageParam !== null && { before: pageParam }) } }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    gcTime: 0,
  });
}
