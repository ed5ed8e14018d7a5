import { ownKeys } from './keys/keySettings.ts';
import { nameAt } from './keys/ownKeys.ts';
import { placeName } from './keys/placeName.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import type { CandidateMode } from '#shared/domain/scoring/resolveCandidates.ts';
import type { CommandSequence } from '#shared/domain/sequence/commandSequence.ts';

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * The name of a key in programs and the console: that of its place on a US keyboard, whatever the layout or Num Lock,
 * or the one this person assigned to it. Undefined for a chord.
 */
export function keyName(event: Pressed): string | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  return nameAt(ownKeys.getSnapshot(), placeName(event));
}

/** What a key does on the pad: a code of the program, `undo`, or nothing. */
export function padAction(program: Program, event: Pressed): string | undefined {
  if (isUndoChord(event)) return 'undo';
  const name = keyName(event);
  // French keyboards write digits with Shift.
  if (name === undefined || (event.shiftKey && !/^\d$/.test(event.key))) return undefined;
  if (program.undoKeys.includes(name)) return 'undo';
  return program.codes.find(({ stream, keys }) => stream !== 'coach' && keys.includes(name))?.code;
}

/** What a key does during a command sequence, if anything. The current step decides what it codes. */
export function sequenceKey(
  { keys }: Pick<CommandSequence, 'keys'>,
  event: Pressed,
): keyof CommandSequence['keys'] | undefined {
  const name = keyName(event);
  if (name === undefined || event.shiftKey) return undefined;
  const all = Object.keys(keys) as (keyof CommandSequence['keys'])[];
  return all.find((does) => keys[does] === name);
}

/** The key before two codes for one utterance: `?` if it is one of them, `+` if it has both. Rules COD3, COD4. */
export function doubtKey(event: Pressed): CandidateMode | undefined {
  const name = keyName(event);
  if (name === '?') return 'unsure';
  return name === '+' ? 'both' : undefined;
}

function isUndoChord({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): boolean {
  return (ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === 'z';
}

/** Whether the focused element needs the keys, so that the console must ignore them. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio])');
}
