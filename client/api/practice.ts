import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import type { AttemptId, ScoredAttempt } from '#shared/protocol/practice.ts';
import type { Given } from '#shared/practice/scoreRun.ts';
import { call } from './http.ts';

const KEY = 'practice-attempts';

/** Somebody's attempts, page by page, the newest first. */
export const attemptsQuery = (coder: ParticipantId) =>
  infiniteQueryOptions({
    queryKey: [KEY, coder],
    queryFn: ({ pageParam }) =>
      call('attempts:list', { query: { coder, ...(pageParam !== null && { before: pageParam }) } }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  });

/** Who has practiced. For supervisors. */
export const practiceCodersQuery = queryOptions({
  queryKey: ['practice-coders'],
  queryFn: () => call('practice-coders:list'),
});

/** Opens an attempt once: the server notes when it began. */
export const openAttemptQuery = (attemptId: AttemptId, clipId: string) =>
  queryOptions({
    queryKey: ['practice-opening', attemptId],
    queryFn: () => call('attempt:open', { body: { attemptId, clipId } }),
    staleTime: Infinity,
  });

/** Hands in what was pressed, and answers with how the server scored it and with the clip's key. */
export function handInCodes(attemptId: AttemptId, given: readonly Given[]): Promise<ScoredAttempt> {
  return call('attempt:hand-in', { attemptId, body: { given } });
}

export const attemptsKey = (coder: ParticipantId) => [KEY, coder];
