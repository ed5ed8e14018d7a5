import { useTranslation } from 'react-i18next';
import { formatClock } from '#client/ui/formatClock.ts';
import { Why } from '#client/ui/Why.tsx';
import type { Program } from '#shared/domain/programs/program.ts';
import type { SessionReport } from '#shared/protocol/http/report.ts';
import css from './ReportPage.module.css';
import { nameOf } from './reportWords.ts';

type Props = {
  readonly codes: NonNullable<SessionReport['lateCodes']>;
  readonly program: Program | undefined;
};

/** Codes that arrived after the close, so that earlier readers of the report see what changed. Rule LOG5. */
export function LateCodes({ codes, program }: Props) {
  const { t } = useTranslation('report');
  if (codes.length === 0) return null;
  return (
    <section className={css['window']} aria-labelledby="late">
      <h2 id="late">
        {t('late.title')} <Why rule="LOG5" about={t('late.title')} />
      </h2>
      <p className={css['lead']}>{t('late.lead')}</p>
      <ul className={css['late']}>
        {codes.map(({ code, caregiverName, pressedAt }, index) => (
          <li key={index}>
            {t('late.one', { code: nameOf(program, code), name: caregiverName, time: formatClock(pressedAt, 'up') })}
          </li>
        ))}
      </ul>
    </section>
  );
}
