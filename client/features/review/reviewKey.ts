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

/** What keys do in a review, with their labels for the legend. */
export const REVIEW_KEYS: readonly { readonly act: ReviewAct; readonly keys: readonly string[] }[] = [
  { act: 'play-pause', keys: [' ', 'k'] },
  { act: 'back', keys: ['j', 'arrowleft'] },
  { act: 'forward', keys: ['l', 'arrowright'] },
  { act: 'previous-code', keys: [','] },
  { act: 'next-code', keys: ['.'] },
  { act: 'next-disagreement', keys: ['d'] },
  { act: 'previous-disagreement', keys: ['shift+d'] },
  { act: 'slower', keys: ['-'] },
  { act: 'faster', keys: ['='] },
  { act: 'loop', keys: ['o'] },
  { act: 'coach', keys: ['c'] },
  { act: 'bookmark', keys: ['b'] },
  { act: 'help', keys: ['?'] },
];

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** What a key does. Undefined for chords and other keys. Caps Lock is ignored. */
export function reviewKey({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): ReviewAct | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  const name = shiftKey && /^[a-z]$/i.test(key) ? `shift+${key.toLowerCase()}` : key.toLowerCase();
  return REVIEW_KEYS.find(({ keys }) => keys.includes(name))?.act;
}
