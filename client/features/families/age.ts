/** Age from the month of birth (YYYY-MM) by the calendar: in months under two, then in years and months. */
export function ageOf(birthMonth: string | null, today: string): { years: number; months: number } | undefined {
  const [year, month] = (birthMonth ?? '').split('-').map(Number);
  const [thisYear, thisMonth] = today.split('-').map(Number);
  if (!year || !month || !thisYear || !thisMonth) return undefined;
  const months = (thisYear - year) * 12 + thisMonth - month;
  return months < 0 ? undefined : { years: Math.floor(months / 12), months: months % 12 };
}
