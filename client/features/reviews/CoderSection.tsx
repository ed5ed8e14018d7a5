import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { percentText } from '#shared/domain/criterionFigures.ts';
import { useClinicTime } from '#client/api/clinic.ts';
import { usePages } from '#client/api/usePages.ts';
import { CoderTrend } from '#client/reliability/CoderTrend.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { MoreButton } from '#client/ui/MoreButton.tsx';
import { Why } from '#client/ui/Why.tsx';
import { formatDate } from '#client/i18n/formatWhen.ts';
import { findProgram } from '#shared/domain/programs/findProgram.ts';
import { findTreatmentPhase, type Program } from '#shared/domain/programs/program.ts';
import type { Coder, CoderComparison } from '#shared/protocol/coders.ts';
import css from './CoderSection.module.css';

/** One coder: the trend for each program, and each comparison with a link, the latest first. */
export function CoderSection({ coder: { coderId, name } }: { readonly coder: Coder }) {
  const { t } = useTranslation('reviews');
  const pages = usePages('coder-comparisons:list', { coderId });
  const comparisons = pages.data?.pages.flatMap((page) => page.comparisons);
  return (
    <section className={css['coder']} aria-label={name}>
      <h2>{name}</h2>
      {pages.isPending && <Loading />}
      {pages.isError && <HttpErrorNote error={pages.error} onRetry={() => void pages.refetch()} />}
      {comparisons && <Comparisons coder={name} comparisons={comparisons} />}
      <MoreButton pages={pages}>{t('codersPage.earlier')}</MoreButton>
    </section>
  );
}

type ComparisonsProps = { readonly coder: string; readonly comparisons: readonly CoderComparison[] };

function Comparisons({ coder, comparisons }: ComparisonsProps) {
  const { t } = useTranslation('reviews');
  return (
    <>
      {programsOf(comparisons.toReversed()).map(([key, windows, program]) => (
        <CoderTrend key={key} coder={coder} windows={windows} program={program} />
      ))}
      <div className={css['scroll']}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('codersPage.date')}</th>
              <th scope="col">{t('codersPage.session')}</th>
              <th scope="col">{t('codersPage.window')}</th>
              <th scope="col">{t('codersPage.against')}</th>
              <th scope="col">
                {t('codersPage.agreement')} <Why rule="REL2" about={t('codersPage.agreement')} />
              </th>
              <th scope="col">{t('codersPage.events')}</th>
              <th scope="col">{t('codersPage.how')}</th>
            </tr>
          </thead>
          <tbody>
            {comparisons.map((one) => (
              <Row key={one.id} one={one} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Row({ one }: { readonly one: CoderComparison }) {
  const { t } = useTranslation('reviews');
  const { dayOf } = useClinicTime();
  const { sessionId, familyName, startedAt, program, programVersion, kind } = one;
  const found = findProgram(program, programVersion);
  return (
    <tr>
      <td data-label={t('codersPage.date')}>{formatDate(dayOf(startedAt))}</td>
      <th scope="row">
        <Link to="/session/$sessionId/review" params={{ sessionId }}>
          {familyName}
        </Link>
      </th>
      <td data-label={t('codersPage.window')}>{(found && findTreatmentPhase(found, kind)?.shortName) ?? kind}</td>
      <td data-label={t('codersPage.against')}>{one.against}</td>
      <td data-label={t('codersPage.agreement')} className={css['number']}>
        {one.eventAgreement === null ? t('codersPage.none') : percentText(one.eventAgreement)}
      </td>
      <td data-label={t('codersPage.events')} className={css['number']}>
        {one.events}
      </td>
      <td data-label={t('codersPage.how')}>
        {t(`codersPage.medium.${one.medium}`)}
        {!one.independent && <span className={css['seen']}>{t('codersPage.notIndependent')}</span>}
      </td>
    </tr>
  );
}

/** The comparisons, oldest first, by program, each with its definition. A version that is not known here has no trend. */
function programsOf(comparisons: readonly CoderComparison[]) {
  const keys = [...new Set(comparisons.map(({ program }) => program))];
  return keys.flatMap((key): [string, readonly CoderComparison[], Program][] => {
    const windows = comparisons.filter(({ program }) => program === key);
    const last = windows.at(-1);
    const program = last && findProgram(last.program, last.programVersion);
    return program === undefined ? [] : [[key, windows, program]];
  });
}
