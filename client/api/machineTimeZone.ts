/** The zone of this browser: where an admin likely sits, and what a reader's own clock shows. Days are the clinic's. */
export function machineTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
