import { type RefObject, useCallback, useRef } from 'react';

/** How long a pressed key stays lit, in ms. Shorter than the time between quick presses. */
const LIT_MS = 120;

/** Lights a key of the pad by direct DOM change, outside React, so that it lights in the same frame as the press. */
export function usePadFlash(): {
  readonly place: RefObject<HTMLElement | null>;
  readonly flash: (action: string) => void;
} {
  const place = useRef<HTMLElement>(null);
  const flash = useCallback((action: string) => {
    const key = Array.from(place.current?.children ?? []).find((cell) => cell.getAttribute('data-action') === action);
    if (key === undefined) return;
    const mark = String(performance.now());
    key.setAttribute('data-pressed', mark);
    setTimeout(() => {
      if (key.getAttribute('data-pressed') === mark) key.removeAttribute('data-pressed');
    }, LIT_MS);
  }, []);
  return { place, flash };
}
