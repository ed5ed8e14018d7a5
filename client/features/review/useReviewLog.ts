import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { ImportResult, type NewImport } from '#shared/protocol/imports.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import { Review, type ReviewEntry } from '#shared/protocol/review.ts';
import { openLog, type ReviewLog, withUpdate } from './reviewLog.ts';
import { call } from '#client/api/http.ts';
import { ASK_AGAIN_MS } from '#client/api/queryOf.ts';

/** A closed session's log over HTTP, folded incrementally, with a function that writes to it, one entry at a time. */
export function useReviewLog(sessionId: SessionId) {
  const queries = useQueryClient();
  const log = useQuery({
    queryKey: keyOf(sessionId),
    queryFn: () => readLog(queries, sessionId),
    staleTime: ASK_AGAIN_MS['review:read'],
    refetchInterval: ASK_AGAIN_MS['review:read'],
    // A folded state needs no deep comparison: it is a new object exactly when something changed.
    structuralSharing: false,
  });

  // Entries wait for each other, because each answer contains what is new since the previous one.
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const enter = useCallback(
    (entry: ReviewEntry): Promise<void> => {
      const entered = last.current.then(() => send(queries, sessionId, entry));
      last.current = entered.catch(() => undefined);
      return entered;
    },
    [queries, sessionId],
  );

  const importCodings = useCallback(
    async (request: NewImport): Promise<ImportResult> => {
      const result = await call('codings:import', { sessionId, body: request });
      await queries.invalidateQueries({ queryKey: keyOf(sessionId) });
      return result;
    },
    [queries, sessionId],
  );

  return { log, enter, importCodings };
}

function keyOf(sessionId: SessionId) {
  return ['review', sessionId] as const;
}

async function readLog(queries: QueryClient, sessionId: SessionId): Promise<ReviewLog> {
  const known = queries.getQueryData<ReviewLog>(keyOf(sessionId));
  if (known === undefined) return openLog(await read(sessionId, 0));
  const update = await read(sessionId, known.upTo);
  // Somebody opened it elsewhere, for example in another tab: facts that were hidden are older than the requested ones.
  if (update.sight !== known.sight) return openLog(await read(sessionId, 0));
  return withUpdate(queries.getQueryData<ReviewLog>(keyOf(sessionId)) ?? known, update);
}

function read(sessionId: SessionId, after: number): Promise<Review> {
  return call('review:read', { sessionId, query: { after } });
}

async function send(queries: QueryClient, sessionId: SessionId, entry: ReviewEntry): Promise<void> {
  const after = queries.getQueryData<ReviewLog>(keyOf(sessionId))?.upTo ?? 0;
  const update = await call('review:write', { sessionId, query: { after }, body: entry });
  queries.setQueryData<ReviewLog>(keyOf(sessionId), (log) => log && withUpdate(log, update));
}
