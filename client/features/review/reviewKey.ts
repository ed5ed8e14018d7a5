import { placeName } from '#client/live/keys/placeName.ts';

export type ReviewAct =
  | 'play-pause'
  | 'back'
  | 'forward'
  | 'previous-code'
  | 'next-code'
  | 'previous-disagreement'
  | 'next-disagreement'
  | 'slower'
  | 'faster'
  | 'loop'
  | 'coach'
  | 'bookmark'
  | 'help';

/** What keys do in a review, by their names (`placeName`). Keys that a person moved apply to the console only. */
export const REVIEW_KEYS: readonly { readonly act: ReviewAct; readonly keys: readonly string[] }[] = [
  { act: 'play-pause', keys: [' ', 'k'] },
  { act: 'back', keys: ['j', 'arrowleft'] },
  { act: 'forward', keys: ['l', 'arrowright'] },
  { act: 'previous-code', keys: [','] },
  { act: 'next-code', keys: ['.'] },
  { act: 'next-disagreement', keys: ['d'] },
  { act: 'previous-disagreement', keys: ['shift+d'] },
  { act: 'slower', keys: ['-'] },
  { act: 'faster', keys: ['+'] },
  { act: 'loop', keys: ['o'] },
  { act: 'coach', keys: ['c'] },
  { act: 'bookmark', keys: ['b'] },
  { act: 'help', keys: ['?'] },
];

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** What a key does. Undefined for chords and other keys. Caps Lock is ignored. */
export function reviewKey(event: Pressed): ReviewAct | undefined {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (ctrlKey || metaKey || altKey) return undefined;
  // Like plus, minus is recognized by what is written: one is looked for beside the other.
  const name = key === '-' ? key : placeName(event);
  const asked = shiftKey && /^[a-z,.]$/.test(name) ? `shift+${name}` : name;
  return REVIEW_KEYS.find(({ keys }) => keys.includes(asked))?.act;
}
