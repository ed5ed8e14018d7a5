import { createContext, use, useMemo } from 'react';
import { formatTime, formatWhen, formatZone } from '#client/i18n/formatWhen.ts';
import { clinicDay, clinicMinute, type Moment } from '#shared/domain/clinicDay.ts';
import type { ClinicCard } from '#shared/protocol/clinic.ts';
import { machineTimeZone } from './machineTimeZone.ts';

const Clinic = createContext<ClinicCard | undefined>(undefined);

export const ClinicProvider = Clinic.Provider;

/** The clinic's name, number and time zone. Only for screens inside the staff area, which loads them first. */
export function useClinic(): ClinicCard {
  const clinic = use(Clinic);
  if (clinic === undefined) throw new Error('useClinic is for screens inside the staff area');
  return clinic;
}

/** Formats moments in the clinic's time zone, whatever the browser's zone is. */
export function useClinicTime() {
  const { timeZone } = useClinic();
  return useMemo(
    () => ({
      timeZone,
      dayOf: (moment: Moment) => clinicDay(moment, timeZone),
      /** For example 14:05. */
      timeOf: (moment: Moment) => formatTime(moment, timeZone),
      /** For example Mon 21 Nov, 14:05. */
      whenOf: (moment: Moment) => formatWhen(moment, timeZone),
    }),
    [timeZone],
  );
}

/** The name of the clinic's time zone if this browser's clock shows another time, so that screens can say so. */
export function useForeignZone(): string | undefined {
  const { timeZone } = useClinic();
  const now = new Date();
  return clinicMinute(now, machineTimeZone()) === clinicMinute(now, timeZone) ? undefined : formatZone(now, timeZone);
}
