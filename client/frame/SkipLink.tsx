import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import css from './SkipLink.module.css';

/** The first Tab stop of every page: jumps past the header to the content. */
export function SkipLink() {
  const { t } = useTranslation();
  function skip(event: MouseEvent) {
    // The part of an address after # would be taken for the secret of a family's link.
    event.preventDefault();
    const main = document.querySelector('main');
    if (main === null) return;
    main.tabIndex = -1;
    main.focus();
  }
  return (
    <a href="#main" className={css['skip']} onClick={skip}>
      {t('skip')}
    </a>
  );
}
