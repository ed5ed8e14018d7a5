import { clinicDay } from '#shared/domain/clinicDay.ts';
import type { ClinicCard } from '#shared/protocol/clinic.ts';
import type { ClinicSettingsRecords } from '#server/storage/clinicSettingsRecords.ts';

export type Clinic = {
  /** The current settings: the newest ones, or the server's time zone if nobody has set any. */
  readonly card: () => Promise<ClinicCard>;
  readonly today: () => Promise<string>;
};

type ClinicPorts = {
  readonly records: Pick<ClinicSettingsRecords, 'findClinicSettings'>;
  readonly serverTimeZone: string;
  readonly now: () => Date;
};

export function createClinic({ records, serverTimeZone, now }: ClinicPorts): Clinic {
  const card = async () =>
    (await records.findClinicSettings()) ?? { name: '', telephone: '', timeZone: serverTimeZone };
  return { card, today: async () => clinicDay(now(), (await card()).timeZone) };
}
