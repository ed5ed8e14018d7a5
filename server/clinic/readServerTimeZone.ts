/** This machine's time zone (an IANA name), which the clinic uses until it sets its own. */
export function readServerTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
