import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonMenu } from '#client/frame/PersonMenu.tsx';
import { SchemeToggle } from '#client/frame/SchemeToggle.tsx';
import { Wordmark } from '#client/frame/Wordmark.tsx';
import css from './ReviewFrame.module.css';

type Props = {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly actions?: ReactNode;
  /** True for a page of text in one scrolling column. Otherwise the content fills the window. */
  readonly scrolls?: boolean;
  readonly children: ReactNode;
};

/** The whole window for one session: one header line, and the content below. */
export function ReviewFrame({ title, lead, actions, scrolls = false, children }: Props) {
  const { t } = useTranslation();
  return (
    <div className={css['frame']} data-scrolls={scrolls}>
      <header className={css['header']}>
        <Link to="/" className={css['home']} aria-label={t('toStart')}>
          <Wordmark />
        </Link>
        <div className={css['title']}>
          <h1>{title}</h1>
          {lead === undefined ? null : <p>{lead}</p>}
        </div>
        <div className={css['tools']}>
          {actions}
          <SchemeToggle />
          <PersonMenu />
        </div>
      </header>
      <main className={css['main']}>{children}</main>
    </div>
  );
}
