import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getJson, postJson } from '#client/api/http.ts';
import { ROUTES } from '#shared/protocol/http.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import { SpeechStatus } from '#shared/protocol/speech.ts';

/** How often the screen asks how far it is, in ms. */
const ASK_AGAIN_MS = 2_000;

/** Whether a session’s recording was listened to for speech, and the way to ask for it. What was found comes with the review’s log. */
export function useSpeech(sessionId: SessionId, hasRecording: boolean) {
  const queries = useQueryClient();
  const queryKey = ['speech', sessionId];
  const status = useQuery({
    queryKey,
    queryFn: () => getJson(ROUTES.sessionSpeech(sessionId), SpeechStatus),
    enabled: hasRecording,
    refetchInterval: ({ state }) =>
      state.data?.is === 'waiting' || state.data?.is === 'running' ? ASK_AGAIN_MS : false,
  });
  const asking = useMutation({
    mutationFn: () => postJson(ROUTES.sessionSpeech(sessionId), {}, SpeechStatus),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
  return { speech: hasRecording ? status.data : undefined, findSpeech: () => asking.mutate() };
}
