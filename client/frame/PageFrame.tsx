import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useForeignZone } from '#client/api/clinic.ts';
import { NotKeptNotes } from './leftovers/NotKeptNotes.tsx';
import css from './PageFrame.module.css';
import { PageNav } from './PageNav.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import { SchemeToggle } from './SchemeToggle.tsx';
import { Wordmark } from './Wordmark.tsx';

type Props = {
  readonly title: string;
  /** A quiet line below the title. */
  readonly lead?: string | undefined;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/** A page for staff: header, title, and content in one column. */
export function PageFrame({ title, lead, actions, children }: Props) {
  const { t } = useTranslation();
  const zone = useForeignZone();
  return (
    <div className={css['frame']}>
      <header className={css['header']}>
        <Link to="/" className={css['home']} aria-label={t('toStart')}>
          <Wordmark />
        </Link>
        <PageNav />
        <div className={`${css['tools'] ?? ''} not-in-print`}>
          <SchemeToggle />
          <PersonMenu />
        </div>
      </header>
      <main className={css['main']}>
        <div className={css['top']}>
          <div>
            <h1 className={css['title']}>{title}</h1>
            {lead === undefined ? null : <p className={css['lead']}>{lead}</p>}
          </div>
          {actions === undefined ? null : <div className="actions not-in-print">{actions}</div>}
        </div>
        {zone === undefined ? null : <p className={css['zone']}>{t('clinicTime', { zone })}</p>}
        <NotKeptNotes />
        {children}
      </main>
    </div>
  );
}
