import css from './Chart.module.css';

type Week = {
  readonly id: string;
  /** Below the bar. */
  readonly label: string;
  readonly days: number;
  /** The whole bar in words. */
  readonly says: string;
};

type Props = { readonly label: string; readonly weeks: readonly Week[]; readonly daysAWeek: number };

/** On how many days of each week something was done, as a small stack of days filled from below. */
export function WeekBars({ label, weeks, daysAWeek }: Props) {
  const days = Array.from({ length: daysAWeek }, (_, index) => daysAWeek - index);
  return (
    <ul className={css['weeks']} aria-label={label}>
      {weeks.map((week) => (
        <li key={week.id} className={css['week']}>
          <span role="img" aria-label={week.says} className={css['days']}>
            {days.map((day) => (
              <span key={day} className={css['day']} data-done={day <= week.days || undefined} />
            ))}
          </span>
          <span aria-hidden="true">{week.days}</span>
          <span aria-hidden="true" className="quiet">
            {week.label}
          </span>
        </li>
      ))}
    </ul>
  );
}
