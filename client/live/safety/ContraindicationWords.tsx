import { useTranslation } from 'react-i18next';
import { formatDate } from '#client/i18n/formatWhen.ts';
import type { Contraindication } from '#shared/domain/sequence/commandSequence.ts';
import { Why } from '#client/ui/Why.tsx';

/** Says that a child must not be sent to time-out, why, and what to do instead. Rule SEQ13. */
export function ContraindicationWords({ is: { reason, by, at } }: { readonly is: Contraindication }) {
  const { t } = useTranslation('safety');
  return (
    <p>
      <strong>{t('contraindicated.what')}</strong> {t('contraindicated.because', { reason, by, date: formatDate(at) })}{' '}
      <span data-instead>{t('contraindicated.instead')}</span> <Why rule="SEQ13" about={t('contraindicated.what')} />
    </p>
  );
}
