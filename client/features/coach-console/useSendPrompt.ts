import { useCallback } from 'react';
import { useRun } from '#client/live/LiveContext.tsx';
import { PromptId } from '#shared/protocol/ids.ts';

export type SendPrompt = (text: string, skill: string | undefined, coachCode?: string) => Promise<boolean>;

/** Sends a prompt to the caregiver in play, spoken if the coach chose that. Returns whether it was sent. */
export function useSendPrompt(spoken: boolean): SendPrompt {
  const run = useRun();
  return useCallback(
    async (text, skill, coachCode) => {
      const promptId = PromptId.parse(crypto.randomUUID());
      const sent = { promptId, text, skill: skill ?? null, coachCode: coachCode ?? null, spoken };
      return (await run('prompt:send', sent)) !== undefined;
    },
    [run, spoken],
  );
}
