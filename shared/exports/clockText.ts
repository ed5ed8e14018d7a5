/** Session time (ms) as minutes and seconds, for files. */
export function clockText(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A span of session time. A span within one second shows its length, because both ends would look the same. */
export function spanText(from: number, to: number): string {
  const [start, end] = [clockText(from), clockText(to)];
  return start === end ? `${start} for ${((to - from) / 1_000).toFixed(3)} s` : `${start} to ${end}`;
}
