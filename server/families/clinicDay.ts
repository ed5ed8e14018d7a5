/** The clinic's day at a moment, as YYYY-MM-DD: by the calendar of the machine that the clinic runs on. */
export function clinicDay(moment: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}
