import { cleanName } from './cleanName.ts';

/** What tells a person's name from another: neither capitals, blanks nor the width of letters do. */
export function nameKey(name: string): string {
  return cleanName(name).normalize('NFKC').toLocaleLowerCase('en');
}
