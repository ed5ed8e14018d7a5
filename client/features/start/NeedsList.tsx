import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { formatShortDay } from '#client/i18n/formatWhen.ts';
import type { Needs } from '#shared/protocol/http/sessions.ts';
import css from './SessionList.module.css';

/** What the reader should do soon, with links. */
export function NeedsList({ needs: { notHeld, unplanned, toSignOff } }: { readonly needs: Needs }) {
  const { t } = useTranslation('start');
  const { dayOf } = useClinicTime();
  if (notHeld.length + unplanned.length + toSignOff === 0) return null;
  return (
    <section className={css['group']} aria-labelledby="needs">
      <h2 id="needs" className="caption">
        {t('needs.title')}
      </h2>
      <ul className={css['needs']}>
        {notHeld.map(({ sessionId, familyId, familyName, startsAt }) => (
          <li key={sessionId}>
            <Link to="/families/$familyId" params={{ familyId }}>
              {t('needs.notHeld', { family: familyName, day: formatShortDay(dayOf(startsAt)) })}
            </Link>
          </li>
        ))}
        {unplanned.map(({ familyId, name }) => (
          <li key={familyId}>
            <Link to="/families/$familyId" params={{ familyId }}>
              {t('needs.unplanned', { family: name })}
            </Link>
          </li>
        ))}
        {toSignOff > 0 && (
          <li>
            <Link to="/reviews">{t('needs.signOff', { count: toSignOff })}</Link>
          </li>
        )}
      </ul>
    </section>
  );
}
