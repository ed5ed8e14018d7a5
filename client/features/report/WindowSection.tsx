import { useTranslation } from 'react-i18next';
import { ASSESSABLE_MS } from '#shared/domain/codingWindow.ts';
import { formatClock } from '#client/components/formatClock.ts';
import { CountTable } from './CountTable.tsx';
import { CriterionRow } from './CriterionRow.tsx';
import css from './ReportPage.module.css';
import { type ReportedCriterion, verdictOf, type WindowReport } from './reportWords.ts';

type Props = {
  readonly window: WindowReport;
  /** Which of the session's windows this is, where there are more than one. */
  readonly place: number | undefined;
};

/** One coding window: what it comes to in a sentence, each criterion with what is missing, and all counts. */
export function WindowSection({ window, place }: Props) {
  const { t } = useTranslation('report');
  const names = { kind: window.kind.toUpperCase(), caregiver: window.caregiver.name };
  const verdict = verdictOf(window);
  const time = formatClock(window.codedMs, 'up');
  const missing = new Intl.ListFormat('en', { style: 'long', type: 'conjunction' }).format(
    window.criteria.filter(({ met }) => !met).map(sayMissing),
  );

  function sayMissing({ bound, missing: count, label }: ReportedCriterion): string {
    return t(bound === 'at least' ? 'more' : 'fewer', { count, label: label.toLowerCase() });
  }

  return (
    <section className={css['window']} aria-labelledby={window.windowId}>
      <header className={css['top']}>
        <h2 id={window.windowId} className={css['heading']}>
          {place === undefined ? t('heading', names) : t('headingOfMany', { place, ...names })}
        </h2>
        <span className={css['coded']}>{t('coded', { time })}</span>
      </header>
      <p className={css['verdict']} data-verdict={verdict}>
        {t(`verdict.${verdict}`, { time, missing, needed: formatClock(ASSESSABLE_MS, 'up') })}
      </p>
      <div className={css['columns']}>
        {window.criteria.length > 0 && (
          <ul className={css['criteria']}>
            {window.criteria.map((criterion) => (
              <CriterionRow key={criterion.rule} criterion={criterion} judged={window.assessable} />
            ))}
          </ul>
        )}
        <CountTable counts={window.counts} kind={window.kind} caption={t('counts')} />
      </div>
    </section>
  );
}
