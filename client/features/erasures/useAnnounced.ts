import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from '#client/api/http.ts';
import type { Retained } from '#shared/domain/retention/retentionRules.ts';

/** What will be erased because of its age, page by page. Nothing of it stays in memory after the page is left. */
export function useAnnounced(kind: Retained | undefined) {
  return useInfiniteQuery({
    queryKey: ['retention:list', kind ?? 'all'],
    queryFn: ({ pageParam }) =>
      call('retention:list', {
        query: { ...(kind !== undefined && { kind }), ...(pageParam !== null && { after: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    gcTime: 0,
  });
}
