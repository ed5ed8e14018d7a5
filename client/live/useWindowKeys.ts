import { useEffect, useEffectEvent } from 'react';
import { keyLayout } from './keys/keySettings.ts';

type OnKey = (event: KeyboardEvent) => void;

/** Receives every key before the page's buttons do: a focused button must not take Space. */
export function useWindowKeys(down: OnKey, up: OnKey): void {
  const onDown = useEffectEvent(down);
  const onUp = useEffectEvent(up);

  useEffect(() => {
    const hearDown = (event: KeyboardEvent) => {
      keyLayout.learn(event);
      onDown(event);
    };
    const hearUp = (event: KeyboardEvent) => onUp(event);
    window.addEventListener('keydown', hearDown, { capture: true });
    window.addEventListener('keyup', hearUp, { capture: true });
    return () => {
      window.removeEventListener('keydown', hearDown, { capture: true });
      window.removeEventListener('keyup', hearUp, { capture: true });
    };
  }, []);
}

/** Keeps a key from the focused element. Otherwise Space would also hold a focused hold button. */
export function takeKey(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
