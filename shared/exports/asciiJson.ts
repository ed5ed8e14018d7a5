/** JSON in pure ASCII: BORIS opens a file in the code page of the computer, and reads the same names in any. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value, null, 1).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
