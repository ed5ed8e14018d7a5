import { isTyping, keyName, padAction } from '#client/components/live/keyPress.ts';
import { takeKey, useWindowKeys } from '#client/components/live/useWindowKeys.ts';
import type { Programme } from '#shared/domain/programmes/programme.ts';

export type ConsoleKeys = {
  readonly programme: Programme;
  /** A code of the programme or `undo`, and when the key went down. */
  readonly give: (action: string, timeStamp: number) => void;
  readonly startTalking: () => void;
  readonly stopTalking: () => void;
  readonly latch: () => void;
  readonly next: () => void;
  readonly pauseOrResume: () => void;
  readonly letIn: () => void;
  readonly prompt: (key: string) => void;
  readonly write: () => void;
  readonly toggle: (panel: 'notes' | 'people' | 'help') => void;
  readonly escape: () => void;
};

/** The whole console under the fingers. Keys do nothing of this while something is being written. */
export function useConsoleKeys(keys: ConsoleKeys): void {
  const down = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      keys.escape();
      return;
    }
    if (isTyping(event.target)) return;
    const act = actionOf(keys, event);
    if (act === undefined) return;
    takeKey(event);
    if (!event.repeat) act();
  };
  const up = (event: KeyboardEvent) => {
    if (event.code !== 'Space') return;
    if (!isTyping(event.target)) takeKey(event);
    keys.stopTalking();
  };

  useWindowKeys(down, up);
}

function actionOf(keys: ConsoleKeys, event: KeyboardEvent): (() => void) | undefined {
  if (event.altKey && event.code === 'KeyA') return keys.letIn;
  const action = padAction(keys.programme, event);
  if (action !== undefined) return () => keys.give(action, event.timeStamp);
  const name = keyName(event);
  if (name === undefined) return undefined;
  if (event.shiftKey) {
    if (name === 'enter') return keys.next;
    return name === '?' ? () => keys.toggle('help') : undefined;
  }
  switch (name) {
    case ' ':
      return keys.startTalking;
    case 'w':
      return keys.latch;
    case 'p':
      return keys.pauseOrResume;
    case '/':
      return keys.write;
    case '.':
      return () => keys.toggle('notes');
    case ',':
      return () => keys.toggle('people');
    case '?':
      return () => keys.toggle('help');
    default:
      return /^[a-z]$/.test(name) ? () => keys.prompt(name) : undefined;
  }
}
