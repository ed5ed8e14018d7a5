import { useState } from 'react';

/** The state of a button that asks the server: one request at a time, and the error for the screen. */
export function useAct() {
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  async function act(doing: () => Promise<unknown>): Promise<void> {
    setFailure(undefined);
    setBusy(true);
    try {
      await doing();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }

  return { failure, busy, run: (doing: () => Promise<unknown>) => void act(doing) };
}
