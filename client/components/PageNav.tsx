import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '#client/api/me.ts';
import css from './PageNav.module.css';

/** The clinic's own pages, for who coaches and supervises. */
export function PageNav() {
  const { t } = useTranslation();
  if (useMe().role === 'admin') return null;
  return (
    <nav aria-label={t('nav.label')} className={`${css['nav'] ?? ''} not-in-print`}>
      <Link to="/" activeOptions={{ exact: true }}>
        {t('nav.sessions')}
      </Link>
      <Link to="/families">{t('nav.families')}</Link>
      <Link to="/practice">{t('nav.practice')}</Link>
    </nav>
  );
}
