import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import css from './Loading.module.css';

/** A loading state. The text appears late, so that a quick load shows nothing. */
export function Loading({ words }: { readonly words?: string }) {
  const { t } = useTranslation();
  return (
    <div role="status" className={css['loading']}>
      <Loader size="sm" aria-hidden="true" />
      <span>{words ?? t('loading')}</span>
    </div>
  );
}
