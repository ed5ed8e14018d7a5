import { useTranslation } from 'react-i18next';
import { CoachFigures } from '#client/live/coaching/CoachFigures.tsx';
import { Why } from '#client/ui/Why.tsx';
import type { Program } from '#shared/domain/programs/program.ts';
import type { CoachMetrics } from '#shared/protocol/http/report.ts';
import css from './ReportPage.module.css';
import { coachCounts } from './reportWords.ts';

type Props = { readonly metrics: CoachMetrics; readonly program: Program | undefined };

/** How the coach coached, for the clinic. Rules TPC1 to TPC7. */
export function CoachSection({ metrics, program }: Props) {
  const { t } = useTranslation('report');
  const { statements, responsive, directive, corrective, counts } = metrics;
  return (
    <section className={css['window']} aria-labelledby="coach">
      <h2 id="coach">
        {t('coach.title')} <Why rule="TPC7" about={t('coach.title')} />
      </h2>
      <p className={css['lead']}>{t('coach.lead')}</p>
      <div className={css['columns']}>
        <CoachFigures metrics={metrics} />
        <table className={css['statements']}>
          <caption>
            {t('coach.statements')}: {statements}
            <br />
            {t('coach.styles', { responsive, directive, corrective })}
          </caption>
          <tbody>
            {coachCounts(counts, program).map(({ code, name, count }) => (
              <tr key={code}>
                <th scope="row">{name}</th>
                <td>{count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
