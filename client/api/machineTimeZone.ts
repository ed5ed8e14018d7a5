/** This browser's time zone: a default for the clinic's, and what a person's own clock shows. */
export function machineTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
