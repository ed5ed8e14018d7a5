import { createContext, use, useMemo } from 'react';
import { formatTime, formatWhen, formatZone } from '#client/i18n/formatWhen.ts';
import { clinicDay, clinicMinute, type Moment } from '#shared/domain/clinicDay.ts';
import type { ClinicCard } from '#shared/protocol/clinic.ts';
import { machineTimeZone } from './machineTimeZone.ts';

const Clinic = createContext<ClinicCard | undefined>(undefined);

/** Tells the screens below which clinic they are of. */
export const ClinicProvider = Clinic.Provider;

/** The clinic's name, number and zone. Only for screens inside the staff area, which knows them before it shows any. */
export function useClinic(): ClinicCard {
  const clinic = use(Clinic);
  if (clinic === undefined) throw new Error('useClinic is for screens inside the staff area');
  return clinic;
}

/** Turns moments into the clinic's days and times of day, whatever the browser's own zone is. */
export function useClinicTime() {
  const { timeZone } = useClinic();
  return useMemo(
    () => ({
      timeZone,
      /** The clinic's day of a moment, as YYYY-MM-DD. */
      dayOf: (moment: Moment) => clinicDay(moment, timeZone),
      /** The time of day: 14:05. */
      timeOf: (moment: Moment) => formatTime(moment, timeZone),
      /** Day and time: Mon 21 Nov, 14:05. */
      whenOf: (moment: Moment) => formatWhen(moment, timeZone),
    }),
    [timeZone],
  );
}

/** The clinic's zone in words where this browser's clock shows another time, so that screens can say so; else undefined. */
export function useForeignZone(): string | undefined {
  const { timeZone } = useClinic();
  const now = new Date();
  return clinicMinute(now, machineTimeZone()) === clinicMinute(now, timeZone) ? undefined : formatZone(now, timeZone);
}
