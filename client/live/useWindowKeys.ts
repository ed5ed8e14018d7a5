import { useEffect, useEffectEvent } from 'react';
import { keyLayout } from './keys/keySettings.ts';

type OnKey = (event: KeyboardEvent) => void;

/** Hears every key of the page before its own buttons do: a focused one must not take Space for itself. */
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

/** Keeps a key from whatever has the focus: Space on a button that is held would else hold it. */
export function takeKey(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
