/** The zone of this machine, an IANA name: what the clinic's days go by until it sets its own. */
export function readServerTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
