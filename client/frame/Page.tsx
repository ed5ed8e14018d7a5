import { Outlet, useMatches } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { isPage, PAGE_TITLES } from './pageTitles.ts';
import { SkipLink } from './SkipLink.tsx';

/** What all pages share: a title in the tab, and a skip link for the keyboard. */
export function Page() {
  const { t } = useTranslation();
  const path = useMatches({ select: (matches) => matches.slice(1).at(-1)?.fullPath ?? '' });
  const title = isPage(path) ? t('pageTitle.of', { page: t(`pageTitle.${PAGE_TITLES[path]}`) }) : t('pageTitle.none');
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <>
      <SkipLink />
      <Outlet />
    </>
  );
}
