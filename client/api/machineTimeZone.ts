/**
 * This browser's time zone. Used as the default in the clinic's settings and to compare with the clinic's clock; days
 * are always the clinic's.
 */
export function machineTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
