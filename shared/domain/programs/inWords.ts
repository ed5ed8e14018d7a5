const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** A whole number in prose: words up to twelve, digits above. */
export function numberInWords(count: number): string {
  return WORDS[count] ?? String(count);
}

/** A time in ms in prose: `five seconds`. */
export function secondsInWords(ms: number): string {
  const count = ms / 1_000;
  return `${numberInWords(count)} ${count === 1 ? 'second' : 'seconds'}`;
}

/** How many of one kind are needed for each of the other to reach this share of both: 4 for 0.8. */
export function forEachOther(share: number): number {
  const percent = Math.round(share * 100);
  return Math.ceil(percent / (100 - percent));
}
