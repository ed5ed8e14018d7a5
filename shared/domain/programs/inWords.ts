const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** A whole number as prose has it: `five`, and digits above twelve. */
export function numberInWords(count: number): string {
  return WORDS[count] ?? String(count);
}

/** A time in ms as prose has it: `five seconds`. */
export function secondsInWords(ms: number): string {
  const count = ms / 1_000;
  return `${numberInWords(count)} ${count === 1 ? 'second' : 'seconds'}`;
}

/** How many of one kind it takes for each of the other, so that it has at least this share of both: 4 for 0.8. */
export function forEachOther(share: number): number {
  const percent = Math.round(share * 100);
  return Math.ceil(percent / (100 - percent));
}
