import { useCallback } from 'react';
import { useRun } from '#client/components/live/LiveContext.tsx';
import { PromptId } from '#shared/protocol/ids.ts';

export type SendPrompt = (text: string, skill: string | undefined, coachCode?: string) => void;

/** Sends a prompt to the caregiver in play; spoken where the coach wants a voice to read it. */
export function useSendPrompt(spoken: boolean): SendPrompt {
  const run = useRun();
  return useCallback(
    (text, skill, coachCode) => {
      const promptId = PromptId.parse(crypto.randomUUID());
      void run('prompt:send', { promptId, text, skill: skill ?? null, coachCode: coachCode ?? null, spoken });
    },
    [run, spoken],
  );
}
