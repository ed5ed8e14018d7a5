import { useLayoutEffect, useRef } from 'react';

/** How long a press is ignored after the buttons changed, in ms: longer than between the two taps of a double tap. */
export const STEADY_AFTER_MS = 700;

/**
 * Guards buttons that take the place of others: the second tap of a double tap must not press what has just appeared
 * under the finger. `shown` says which buttons there are.
 */
export function useSteadyButtons(shown: string): (press: () => void) => void {
  const last = useRef({ shown, since: -STEADY_AFTER_MS });
  useLayoutEffect(() => {
    if (last.current.shown !== shown) last.current = { shown, since: performance.now() };
  }, [shown]);
  return (press) => {
    if (performance.now() - last.current.since >= STEADY_AFTER_MS) press();
  };
}
