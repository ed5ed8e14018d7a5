import { doubtKey, isTyping, keyName, padAction, sequenceKey } from '#client/live/keyPress.ts';
import { takeKey, useWindowKeys } from '#client/live/useWindowKeys.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import type { CandidateMode } from '#shared/domain/scoring/resolveCandidates.ts';
import type { CommandSequence } from '#shared/domain/sequence/commandSequence.ts';

type ConsoleKeys = {
  readonly program: Program;
  /** A code of the program or `undo`, and when the key was pressed. */
  readonly give: (action: string, timeStamp: number) => void;
  /** The modifier key before two codes for one utterance. */
  readonly arm: (mode: CandidateMode, timeStamp: number) => void;
  /** The command sequence of the current treatment phase, if it has one. */
  readonly sequence: CommandSequence | undefined;
  readonly follow: (does: keyof CommandSequence['keys'], sequence: CommandSequence, timeStamp: number) => void;
  readonly startTalking: () => void;
  readonly stopTalking: () => void;
  readonly latch: () => void;
  readonly next: () => void;
  readonly pauseOrResume: () => void;
  readonly letIn: () => void;
  readonly prompt: (key: string) => void;
  readonly write: () => void;
  readonly toggle: (panel: 'notes' | 'people' | 'recording' | 'help' | 'safety') => void;
  readonly escape: () => void;
};

/** All keys of the console. Keys do nothing while somebody is typing. */
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
  // Also compares the key's place: on a Mac, Option+A writes “å”.
  if (event.altKey && (event.code === 'KeyA' || event.key.toLowerCase() === 'a')) return keys.letIn;
  const action = padAction(keys.program, event);
  if (action !== undefined) return () => keys.give(action, event.timeStamp);
  const doubt = doubtKey(event);
  if (doubt !== undefined) return () => keys.arm(doubt, event.timeStamp);
  const { sequence } = keys;
  const does = sequence && sequenceKey(sequence, event);
  if (sequence && does) return () => keys.follow(does, sequence, event.timeStamp);
  const name = keyName(event);
  if (name === undefined) return undefined;
  if (event.shiftKey) return name === 'enter' ? keys.next : undefined;
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
    case ';':
      return () => keys.toggle('recording');
    case 'f2':
      return () => keys.toggle('safety');
    case 'f1':
      return () => keys.toggle('help');
    default:
      return /^[a-z]$/.test(name) ? () => keys.prompt(name) : undefined;
  }
}
