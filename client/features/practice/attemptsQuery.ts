import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '#client/api/http.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';

/** Somebody's attempts, page by page, the newest first. */
export const attemptsQuery = (coder: ParticipantId) =>
  infiniteQueryOptions({
    queryKey: ['attempts:list', coder],
    queryFn: ({ pageParam }) =>
      call('attempts:list', { query: { coder, ...(pageParam !== null && { before: pageParam }) } }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  });
