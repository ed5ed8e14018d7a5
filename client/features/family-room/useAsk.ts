import { useState } from 'react';
import type { Reply } from '#shared/protocol/reply.ts';

/** Runs one request of this screen at a time. Says whether one is running, and whether and why the last one failed. */
export function useAsk() {
  const [is, setIs] = useState<'idle' | 'busy' | 'failed'>('idle');
  const [refusal, setRefusal] = useState<string>();

  async function run<T>(request: () => Promise<Reply<T>>): Promise<T | undefined> {
    setIs('busy');
    const reply = await request();
    setIs(reply.ok ? 'idle' : 'failed');
    setRefusal(!reply.ok && reply.error.code === 'not-allowed' ? reply.error.message : undefined);
    return reply.ok ? reply.value : undefined;
  }

  return { run, isBusy: is === 'busy', hasFailed: is === 'failed', refusal };
}
