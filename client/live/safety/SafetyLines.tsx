import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { formatDate } from '#client/i18n/formatWhen.ts';
import type { KeptSafetySheet } from '#shared/protocol/safetySheet.ts';
import css from './SafetyLines.module.css';

/** A family's safety sheet. Telephone numbers are links if the machine can call. */
export function SafetyLines({ kept }: { readonly kept: KeptSafetySheet }) {
  const { t } = useTranslation('safety');
  const { dayOf } = useClinicTime();
  const { telephone, address, atHome, emergencyName, emergencyTelephone, emergencyService } = kept.sheet;
  const noted = (words: string) => (words === '' ? <span className="quiet">{t('empty')}</span> : words);
  return (
    <>
      <dl className={css['lines']}>
        <dt>{t('telephone')}</dt>
        <dd>
          <Call number={telephone} />
        </dd>
        <dt>{t('address')}</dt>
        <dd>{address}</dd>
        <dt>{t('atHome')}</dt>
        <dd>{noted(atHome)}</dd>
        <dt>{t('emergencyName')}</dt>
        <dd>
          {noted(emergencyName)} {emergencyTelephone !== '' && <Call number={emergencyTelephone} />}
        </dd>
        <dt>{t('emergencyService')}</dt>
        <dd>{noted(emergencyService)}</dd>
      </dl>
      <p className="small quiet">{t('changed', { name: kept.changedBy, date: formatDate(dayOf(kept.changedAt)) })}</p>
    </>
  );
}

function Call({ number }: { readonly number: string }) {
  return (
    <a className={css['call']} href={`tel:${number.replaceAll(/[^\d+*#]/g, '')}`}>
      {number}
    </a>
  );
}
