import { IconQuestionMark } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import css from './LocalRuleSign.module.css';

/** Marks a threshold as assumed: taken to be the published one, but not confirmed by any source we could read. */
export function AssumedSign() {
  const { t } = useTranslation('why');
  return (
    <span className={css['sign']} title={t('confidence.assumed')}>
      <IconQuestionMark size={12} stroke={2} aria-hidden="true" />
      {t('assumed')}
    </span>
  );
}
