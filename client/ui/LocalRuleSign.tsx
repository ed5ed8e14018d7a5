import { IconMapPin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import css from './LocalRuleSign.module.css';

/** Marks a threshold as this clinic's or this product's own, confirmed by no source. */
export function LocalRuleSign() {
  const { t } = useTranslation('why');
  return (
    <span className={css['sign']} title={t('localMeans')}>
      <IconMapPin size={12} stroke={2} aria-hidden="true" />
      {t('local')}
    </span>
  );
}
