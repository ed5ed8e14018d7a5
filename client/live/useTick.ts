import { useEffect, useReducer } from 'react';

/** Renders the caller at intervals while `running`. Only for what really changes with time. */
export function useTick(everyMs: number, running: boolean): void {
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (!running) return;
    const ticking = setInterval(tick, everyMs);
    return () => clearInterval(ticking);
  }, [everyMs, running]);
}
