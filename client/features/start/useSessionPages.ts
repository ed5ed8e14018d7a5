import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { call } from '#client/api/http.ts';
import { ASK_AGAIN_MS } from '#client/api/queryOf.ts';
import type { SessionGroup } from '#shared/protocol/http/sessions.ts';
import type { SessionId } from '#shared/protocol/ids.ts';

/** The sessions of a group, page by page: all, or those of families whose name contains something. */
export function useSessionPages(group: SessionGroup, family: string) {
  const pages = useInfiniteQuery({
    queryKey: ['sessions:list', group, family],
    queryFn: ({ pageParam: after }) =>
      call('sessions:list', { query: { group, ...(family !== '' && { family }), ...(after !== null && { after }) } }),
    initialPageParam: null as SessionId | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchInterval: group === 'today' && ASK_AGAIN_MS['sessions:list'],
  });
  return { pages, sessions: pages.data?.pages.flatMap((page) => page.sessions) };
}

export type SessionPages = ReturnType<typeof useSessionPages>;
