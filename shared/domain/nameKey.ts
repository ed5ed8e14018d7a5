import { cleanName } from './cleanName.ts';

/** The key that tells names apart. Case, spaces and the width of letters make no difference. */
export function nameKey(name: string): string {
  return cleanName(name).normalize('NFKC').toLocaleLowerCase('en');
}
