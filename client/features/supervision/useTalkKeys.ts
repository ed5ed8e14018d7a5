import { isTyping, keyName } from '#client/live/keyPress.ts';
import { useLiveParts } from '#client/live/LiveContext.tsx';
import { takeKey, useWindowKeys } from '#client/live/useWindowKeys.ts';

/** Space talks while it is held, W keeps the voice open, as on the console. */
export function useTalkKeys(mayTalk: boolean): void {
  const { voice } = useLiveParts();

  const down = (event: KeyboardEvent) => {
    if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.code === 'Space') {
      takeKey(event);
      if (!event.repeat && mayTalk) voice.hold();
    } else if (keyName(event) === 'w' && !event.repeat) {
      if (mayTalk || voice.getSnapshot().is !== 'closed') voice.latch();
    }
  };
  const up = (event: KeyboardEvent) => {
    if (event.code !== 'Space') return;
    if (!isTyping(event.target)) takeKey(event);
    voice.release();
  };

  useWindowKeys(down, up);
}
