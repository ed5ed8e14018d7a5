import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import {
  type AttemptId,
  type HandedInCodes,
  type NewPracticeAttempt,
  OpenAttempt,
  PRACTICE_ROUTES,
  PracticeAttempts,
  PracticeCoder,
  ScoredAttempt,
} from '#shared/protocol/practice.ts';
import type { Given } from '#shared/practice/scoreRun.ts';
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

/** Opens an attempt once: the server notes when it began. */
export const openAttemptQuery = (attemptId: AttemptId, clipId: string) =>
  queryOptions({
    queryKey: ['practice-opening', attemptId],
    queryFn: () => {
      const attempt: NewPracticeAttempt = { attemptId, clipId };
      return postJson(PRACTICE_ROUTES.attempts, attempt, OpenAttempt);
    },
    staleTime: Infinity,
  });

/** Hands in what was pressed, and answers with how the server scored it and with the clip's key. */
export function handInCodes(attemptId: AttemptId, given: readonly Given[]): Promise<ScoredAttempt> {
  const codes: HandedInCodes = { given: [...given] };
  return postJson(PRACTICE_ROUTES.codes(attemptId), codes, ScoredAttempt);
}

export const attemptsKey = (coder: ParticipantId) => [KEY, coder];
