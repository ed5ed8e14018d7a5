import { useTranslation } from 'react-i18next';
import { AssumedSign } from '#client/ui/AssumedSign.tsx';
import { Why } from '#client/ui/Why.tsx';
import { percentOf, percentText } from '#shared/domain/criterionFigures.ts';
import { AGREEMENT_PASSES } from '#shared/domain/reliability/bands.ts';
import css from './AgreementHeadline.module.css';
import type { ShownComparison } from './shownComparison.ts';

const GOAL = percentOf(AGREEMENT_PASSES);

/** Event agreement, whether it passes, and the counts of events. */
export function AgreementHeadline({ compared, pair }: ShownComparison) {
  const { t } = useTranslation('reliability');
  const { eventAgreement, countAgreement, agreements, substitutions, omissions, commissions, rows } = compared;
  const trainee = pair.trainee.name;
  if (eventAgreement === null) return <p role="status">{t('headline.nothing')}</p>;
  const isReached = eventAgreement >= AGREEMENT_PASSES;
  const isProof = pair.independent && !pair.samePerson;
  const verdict = isReached ? (isProof ? 'passes' : 'noProof') : 'falls';
  const figures = t('headline.figures', { agreements, rows: rows.length });
  return (
    <div className={css['headline']}>
      <div role="status">
        <p className={css['percent']}>{percentText(eventAgreement)}</p>
        <p className={css['what']}>
          {t('headline.agreement')} <Why rule="REL1" about={t('headline.agreement')} figures={figures} />
        </p>
        <p className={css['goal']} data-passes={verdict === 'passes'}>
          {t(`headline.${verdict}`, { goal: GOAL })} <AssumedSign />{' '}
          <Why rule="REL2" about={t('headline.goal', { goal: GOAL })} figures={figures} />
        </p>
      </div>
      <dl className={css['counts']} aria-label={t('counts.label')}>
        <Count label={t('counts.agreement')} value={agreements} />
        <Count label={t('counts.substitution')} value={substitutions} />
        <Count label={t('counts.omission', { trainee })} value={omissions} />
        <Count label={t('counts.commission', { trainee })} value={commissions} />
        <div>
          <dt>
            {t('countAgreement.label')} <Why rule="REL6" about={t('countAgreement.label')} />
          </dt>
          <dd>{countAgreement === null ? t('countAgreement.none') : percentText(countAgreement)}</dd>
        </div>
      </dl>
    </div>
  );
}

function Count({ label, value }: { readonly label: string; readonly value: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
