/** Session time in ms as minutes and seconds, as files say it. */
export function clockText(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A stretch of session time; one within a second says so, since both of its ends would read alike. */
export function stretchText(from: number, to: number): string {
  const [start, end] = [clockText(from), clockText(to)];
  return start === end ? `${start} for ${((to - from) / 1_000).toFixed(3)} s` : `${start} to ${end}`;
}
