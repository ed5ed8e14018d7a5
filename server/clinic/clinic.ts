import { clinicDay, momentOfClock } from '#shared/domain/clinicDay.ts';
import { addDays } from '#shared/domain/course/days.ts';
import type { ClinicCard } from '#shared/protocol/clinic.ts';
import type { ClinicSettingsRecords } from '#server/storage/clinicSettingsRecords.ts';

export type Clinic = {
  /** The current settings: the newest ones, or the server's time zone if nobody has set any. */
  readonly card: () => Promise<ClinicCard>;
  readonly today: () => Promise<string>;
  /** When the current day begins, and when it is over. */
  readonly todaySpan: () => Promise<{ readonly begins: Date; readonly ends: Date }>;
};

type ClinicPorts = {
  readonly records: Pick<ClinicSettingsRecords, 'findClinicSettings'>;
  readonly serverTimeZone: string;
  readonly now: () => Date;
};

export function createClinic({ records, serverTimeZone, now }: ClinicPorts): Clinic {
  const card = async () =>
    (await records.findClinicSettings()) ?? { name: '', telephone: '', timeZone: serverTimeZone };
  return {
    card,
    today: async () => clinicDay(now(), (await card()).timeZone),
    async todaySpan() {
      const { timeZone } = await card();
      const today = clinicDay(now(), timeZone);
      const midnightOf = (day: string) => momentOfClock(`${day}T00:00`, timeZone);
      return { begins: midnightOf(today), ends: midnightOf(addDays(today, 1)) };
    },
  };
}
