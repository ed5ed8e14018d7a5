/** The time of a WebVTT cue: hours, minutes, seconds and milliseconds of `ms`. */
export function vttTime(ms: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const seconds = ms / 1_000;
  const fraction = String(ms % 1_000).padStart(3, '0');
  return `${two(seconds / 3_600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}.${fraction}`;
}
