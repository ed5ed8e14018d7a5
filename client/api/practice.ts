import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import {
  type NewPracticeAttempt,
  PRACTICE_ROUTES,
  PracticeAttempt,
  PracticeAttempts,
  PracticeCoder,
} from '#shared/protocol/practice.ts';
import { getJson, postJson } from './http.ts';

const KEY = 'practice-attempts';

/** Somebody's attempts, page by page, the newest first. */
export const attemptsQuery = (coder: ParticipantId) =>
  infiniteQueryOptions({
    queryKey: [KEY, coder],
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams({ coder, ...(pageParam === null ? {} : { before: String(pageParam) }) });
      return getJson(`${PRACTICE_ROUTES.attempts}?${query.toString()}`, PracticeAttempts);
    },
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  });

/** Who has practiced. For supervisors. */
export const practiceCodersQuery = queryOptions({
  queryKey: ['practice-coders'],
  queryFn: () => getJson(PRACTICE_ROUTES.coders, z.array(PracticeCoder)),
});

/** Sends what was pressed, and answers with how the server scored it. */
export function keepAttempt(attempt: NewPracticeAttempt): Promise<PracticeAttempt> {
  return postJson(PRACTICE_ROUTES.attempts, attempt, PracticeAttempt);
}

export const attemptsKey = (coder: ParticipantId) => [KEY, coder];
