import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '#client/api/me.ts';
import css from './PageNav.module.css';

/** Navigation for staff: people, teams, caseloads and programs for the admin, sessions and families for the others. */
export function PageNav() {
  const { t } = useTranslation();
  const isAdmin = useMe().role === 'admin';
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone, the later ones are out of view.
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [pathname]);
  return (
    <nav ref={nav} aria-label={t('nav.label')} className={`${css['nav'] ?? ''} not-in-print`}>
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
          <Link to="/servers">{t('nav.servers')}</Link>
        </>
      )}
    </nav>
  );
}
