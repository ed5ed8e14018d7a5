import { IconQuestionMark } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import css from './LocalRuleSign.module.css';

/** Says beside a threshold that it is taken to be the published one, and that nothing we could read confirms it. */
export function AssumedSign() {
  const { t } = useTranslation('why');
  return (
    <span className={css['sign']} title={t('confidence.assumed')}>
      <IconQuestionMark size={12} stroke={2} aria-hidden="true" />
      {t('assumed')}
    </span>
  );
}
