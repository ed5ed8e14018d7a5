/** Whether a name contains what somebody looks for, in upper or lower case, with or without accents. */
export function nameContains(name: string, words: string): boolean {
  return simplified(name).includes(simplified(words));
}

function simplified(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase();
}
