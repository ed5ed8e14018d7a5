import { useCallback } from 'react';
import { useRun } from '#client/components/live/LiveContext.tsx';
import { PromptId } from '#shared/protocol/ids.ts';

export type SendPrompt = (text: string, skill: string | undefined) => void;

/** Sends a prompt to the caregiver in play; spoken where the coach wants a voice to read it. */
export function useSendPrompt(spoken: boolean): SendPrompt {
  const run = useRun();
  return useCallback(
    (text, skill) => {
      const promptId = PromptId.parse(crypto.randomUUID());
      void run('prompt:send', { promptId, text, skill: skill ?? null, spoken });
    },
    [run, spoken],
  );
}
