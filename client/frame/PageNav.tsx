import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '#client/api/me.ts';
import css from './PageNav.module.css';

/** Navigation for staff: people, teams, caseloads and programs for the admin, sessions and families for the others. */
export function PageNav() {
  const { t } = useTranslation();
  const isAdmin = useMe().role === 'admin';
  return (
    <nav aria-label={t('nav.label')} className={`${css['nav'] ?? ''} not-in-print`}>
      <Link to="/" activeOptions={{ exact: true }}>
        {t(isAdmin ? 'nav.people' : 'nav.sessions')}
      </Link>
      {isAdmin ? (
        <>
          <Link to="/teams">{t('nav.teams')}</Link>
          <Link to="/caseloads">{t('nav.caseloads')}</Link>
        </>
      ) : (
        <>
          <Link to="/families">{t('nav.families')}</Link>
          <Link to="/reviews">{t('nav.reviews')}</Link>
          <Link to="/practice">{t('nav.practice')}</Link>
        </>
      )}
      <Link to="/programs">{t('nav.programs')}</Link>
      {isAdmin && (
        <>
          <Link to="/clinic">{t('nav.clinic')}</Link>
          <Link to="/erasures">{t('nav.erasures')}</Link>
          <Link to="/audit">{t('nav.audit')}</Link>
        </>
      )}
    </nav>
  );
}
