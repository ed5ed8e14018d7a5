import { useEffect, useReducer } from 'react';

/** Renders the caller again every so many ms while `running`. For what a passing second truly changes. */
export function useTick(everyMs: number, running: boolean): void {
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (!running) return;
    const ticking = setInterval(tick, everyMs);
    return () => clearInterval(ticking);
  }, [everyMs, running]);
}
