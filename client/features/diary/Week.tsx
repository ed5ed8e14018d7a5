import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDay, formatWeekday } from '#client/i18n/formatWhen.ts';
import { type NotedDay, stateOf } from './diaryDays.ts';
import css from './Week.module.css';

type Props = {
  readonly days: readonly NotedDay[];
  readonly practice: string;
  readonly chosen: string;
  readonly onChoose: (day: string) => void;
};

/** Seven days as dots with words. Tap a day to enter or change it. */
export function Week({ days, practice, chosen, onChoose }: Props) {
  const { t } = useTranslation('diary');
  const read = useDayReader();
  const played = playedIn(days);
  return (
    <section className={css['week']} aria-label={t('week.title')}>
      <h2 className={css['title']}>{t('week.title')}</h2>
      <p className="quiet">
        {played === days.length
          ? t('week.allDone', { practice: capital(practice) })
          : t('week.sum', { count: played, practice: capital(practice) })}
      </p>
      <div className={css['days']}>
        {days.map((day) => (
          <button
            key={day.on}
            type="button"
            className={css['day']}
            aria-pressed={day.on === chosen}
            onClick={() => onChoose(day.on)}
          >
            <span aria-hidden="true">{formatWeekday(day.on)}</span>
            <Dot day={day} />
            <span aria-hidden="true">{t(`week.dot.${stateOf(day)}`, { count: day.minutes ?? 0 })}</span>
            <span className="visually-hidden">{read(day)}</span>
          </button>
        ))}
      </div>
    </section>
  );
}

/** The previous week, to look back on. */
export function LastWeek({ days, practice }: Pick<Props, 'days' | 'practice'>) {
  const { t } = useTranslation('diary');
  const read = useDayReader();
  return (
    <section className={css['week']} aria-label={t('week.last')}>
      <h2 className={css['title']}>{t('week.last')}</h2>
      <p className="quiet">{t('week.lastSum', { count: playedIn(days), practice: capital(practice) })}</p>
      <ul className={css['days']}>
        {days.map((day) => (
          <li key={day.on} className={css['past']}>
            <span aria-hidden="true">{formatWeekday(day.on)}</span>
            <Dot day={day} />
            <span className="visually-hidden">{read(day)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Dot({ day }: { readonly day: NotedDay }) {
  const state = stateOf(day);
  return (
    <span className={css['dot']} data-state={state} aria-hidden="true">
      {state === 'played' ? <IconCheck size={18} stroke={3} /> : null}
    </span>
  );
}

function useDayReader(): (day: NotedDay) => string {
  const { t } = useTranslation('diary');
  return (day) => t(`week.read.${stateOf(day)}`, { day: formatDay(day.on), count: day.minutes ?? 0 });
}

function playedIn(days: readonly NotedDay[]): number {
  return days.filter((day) => stateOf(day) === 'played').length;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
