import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { formatShortDay } from '#client/i18n/formatWhen.ts';
import type { Need } from './needsToday.ts';
import { useNeedsOfRunning } from './useNeedsOfRunning.ts';
import css from './SessionList.module.css';

/** What the reader should do today, with links. */
export function NeedsList({ needs: all }: { readonly needs: readonly Need[] }) {
  const { t } = useTranslation('start');
  const needs = useNeedsOfRunning(all);
  if (needs.length === 0) return null;
  return (
    <section className={css['group']} aria-labelledby="needs">
      <h2 id="needs" className="caption">
        {t('needs.title')}
      </h2>
      <ul className={css['needs']}>
        {needs.map((need) => (
          <li key={keyOf(need)}>
            <NeedLine need={need} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function NeedLine({ need }: { readonly need: Need }) {
  const { t } = useTranslation('start');
  const { dayOf } = useClinicTime();
  switch (need.is) {
    case 'not-held': {
      const { familyId, familyName, startsAt } = need.session;
      return (
        <Link to="/families/$familyId" params={{ familyId }}>
          {t('needs.notHeld', { family: familyName, day: formatShortDay(dayOf(startsAt)) })}
        </Link>
      );
    }
    case 'unplanned':
      return (
        <Link to="/families/$familyId" params={{ familyId: need.family.familyId }}>
          {t('needs.unplanned', { family: need.family.name })}
        </Link>
      );
    case 'sign-off':
      return <Link to="/reviews">{t('needs.signOff', { count: need.count })}</Link>;
  }
}

function keyOf(need: Need): string {
  if (need.is === 'sign-off') return need.is;
  return need.is === 'not-held' ? need.session.sessionId : need.family.familyId;
}
