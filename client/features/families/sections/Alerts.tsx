import { useTranslation } from 'react-i18next';
import { ContraindicationWords } from '#client/live/safety/ContraindicationWords.tsx';
import { Why } from '#client/ui/Why.tsx';
import { sayDays } from '#client/i18n/formatWhen.ts';
import { nameOf, useFamilyScreen } from '../FamilyScreen.tsx';
import css from './Alerts.module.css';

/** Alerts that somebody should look at. */
export function Alerts() {
  const { t } = useTranslation('families');
  const screen = useFamilyScreen();
  const { alerts, timeOut } = screen.course;
  if (alerts.length === 0 && timeOut.contraindicated === null) return null;
  return (
    <section aria-labelledby="alerts" className={css['alerts']}>
      <h2 id="alerts">{t('alerts.title')}</h2>
      {timeOut.contraindicated && <ContraindicationWords is={timeOut.contraindicated} />}
      <ul>
        {alerts.map(({ rule, text: found, caregiverId }) => {
          const text = sayDays(found);
          const name = nameOf(screen, caregiverId);
          return (
            <li key={`${rule} ${caregiverId ?? ''}`}>
              {name === undefined || text.includes(name) ? text : t('alerts.about', { name, text })}{' '}
              <Why rule={rule} about={text} figures={text} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
