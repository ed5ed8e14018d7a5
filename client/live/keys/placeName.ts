/** What places write on a US keyboard, by `KeyboardEvent.code`. Letters, digits and named keys follow from the code. */
const SIGNS: Readonly<Record<string, string>> = {
  Backquote: '`',
  Minus: '-',
  Equal: '=',
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Semicolon: ';',
  Quote: "'",
  Comma: ',',
  Period: '.',
  Slash: '/',
  IntlBackslash: '<',
  NumpadDivide: '/',
};

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>;

/**
 * The name of a key by its place: what it writes on a US keyboard, in lower case, so that its position is the same in
 * every layout. Only `?` and `+` are named by what is written, because layouts have them in different places.
 */
export function placeName({ key, code, shiftKey }: Pressed): string {
  if (key === '?' || key === '+') return key;
  if (key === '=' && code === 'Equal' && !shiftKey) return '+';
  const digit = /^(?:Numpad|Digit)(\d)$/.exec(code)?.[1];
  if (digit !== undefined && (!shiftKey || key === digit || code.startsWith('Numpad'))) return digit;
  if (digit !== undefined) return key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  return letter?.toLowerCase() ?? SIGNS[code] ?? key.toLowerCase();
}

/** The `KeyboardEvent.code` of a place that writes different characters in each layout. Undefined for all others. */
export function codeOfPlace(name: string): string | undefined {
  if (/^[a-z]$/.test(name)) return `Key${name.toUpperCase()}`;
  return Object.keys(SIGNS).find((code) => SIGNS[code] === name);
}
