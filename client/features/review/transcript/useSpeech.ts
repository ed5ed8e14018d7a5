import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SessionId } from '#shared/protocol/ids.ts';
import { call } from '#client/api/http.ts';
import { ASK_AGAIN_MS } from '#client/api/queryOf.ts';

/** Status of a recording's transcription, and a function that requests it. The results arrive in the review's log. */
export function useSpeech(sessionId: SessionId, hasRecording: boolean) {
  const queries = useQueryClient();
  const queryKey = ['speech', sessionId];
  const status = useQuery({
    queryKey,
    queryFn: () => call('speech:read', { sessionId }),
    enabled: hasRecording,
    refetchInterval: ({ state }) =>
      state.data?.is === 'waiting' || state.data?.is === 'running' ? ASK_AGAIN_MS['speech:read'] : false,
  });
  const asking = useMutation({
    mutationFn: () => call('speech:ask', { sessionId }),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
  return { speech: hasRecording ? status.data : undefined, findSpeech: () => asking.mutate() };
}
