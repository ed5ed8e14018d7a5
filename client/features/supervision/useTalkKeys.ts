import { useEffect, useEffectEvent } from 'react';
import { isTyping } from '#client/components/live/keyPress.ts';
import { useLiveParts } from '#client/components/live/LiveContext.tsx';

/** Space held talks, W keeps the voice open; as on the console. */
export function useTalkKeys(mayTalk: boolean): void {
  const { voice } = useLiveParts();

  const down = useEffectEvent((event: KeyboardEvent) => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.code === 'Space') {
      take(event);
      if (!event.repeat && mayTalk) voice.hold();
    } else if (event.key.toLowerCase() === 'w' && !event.repeat) {
      if (mayTalk || voice.getSnapshot().is !== 'closed') voice.latch();
    }
  });
  const up = useEffectEvent((event: KeyboardEvent) => {
    if (event.code !== 'Space') return;
    if (!isTyping(event.target)) take(event);
    voice.release();
  });

  useEffect(() => {
    const onDown = (event: KeyboardEvent) => down(event);
    const onUp = (event: KeyboardEvent) => up(event);
    window.addEventListener('keydown', onDown, { capture: true });
    window.addEventListener('keyup', onUp, { capture: true });
    return () => {
      window.removeEventListener('keydown', onDown, { capture: true });
      window.removeEventListener('keyup', onUp, { capture: true });
    };
  }, []);
}

/** Keeps Space from whatever has the focus. */
function take(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
