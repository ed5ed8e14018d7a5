import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { queryOf } from '#client/api/queryOf.ts';
import { useClinicTime } from '#client/api/clinic.ts';
import { problemOf } from '#client/api/http.ts';
import { ButtonLink } from '#client/ui/ButtonLink.tsx';
import { ExportButton } from '#client/export/ExportButton.tsx';
import { formatClock } from '#client/ui/formatClock.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { PageFrame } from '#client/frame/PageFrame.tsx';
import { formatDay } from '#client/i18n/formatWhen.ts';
import { findLevel } from '#shared/domain/programs/level.ts';
import type { SessionReport } from '#shared/protocol/http/report.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import { CoachSection } from './CoachSection.tsx';
import { CountTable } from './CountTable.tsx';
import { ReportGate } from './ReportGate.tsx';
import css from './ReportPage.module.css';
import { LateCodes } from './LateCodes.tsx';
import { reportedProgram } from './reportWords.ts';
import { windowsThatSayNext } from './windowsThatSayNext.ts';
import { WindowSection } from './WindowSection.tsx';

/** What was coded in a session, and its results. */
export function ReportPage({ sessionId }: { readonly sessionId: SessionId }) {
  const { t } = useTranslation('report');
  const { dayOf, timeOf } = useClinicTime();
  const report = useQuery(queryOf('session-report:read', { sessionId }));
  const started = report.data?.startedAt;
  const isGated = report.data === null;

  return (
    <PageFrame
      title={report.data ? t('title', { family: report.data.familyName }) : t(isGated ? 'gate.title' : 'missing.title')}
      lead={started && `${formatDay(dayOf(started))}, ${timeOf(started)}`}
      actions={
        <>
          {report.data?.phase === 'closed' && (
            <ButtonLink to="/session/$sessionId/review" params={{ sessionId }} variant="default">
              {t('review')}
            </ButtonLink>
          )}
          {report.data?.phase === 'closed' && <ExportButton sessionId={sessionId} />}
          {report.data && (
            <Button variant="default" onClick={() => window.print()}>
              {t('print')}
            </Button>
          )}
        </>
      }
    >
      {report.isPending && <Loading />}
      {report.isError &&
        (problemOf(report.error) === 'not-found' ? (
          <EmptyState title={t('missing.title')}>{t('missing.text')}</EmptyState>
        ) : (
          <HttpErrorNote error={report.error} onRetry={() => void report.refetch()} />
        ))}
      {isGated && <ReportGate sessionId={sessionId} onOpened={report.refetch} />}
      {report.data && <Report report={report.data} />}
    </PageFrame>
  );
}

function Report({ report }: { readonly report: SessionReport }) {
  const { t } = useTranslation('report');
  const program = reportedProgram(report);
  const stage = program?.course.find(({ id }) => id === report.stage);
  const level = program && findLevel(program, report.level);
  const phaseOutside = report.windows.at(-1)?.kind ?? report.treatmentPhase ?? program?.phases[0].id ?? '';
  const saysNext = windowsThatSayNext(report.windows);
  const codedOutside = Object.values(report.countsOutside).some((count) => count > 0);
  return (
    <>
      <p className={css['program']}>
        {t(report.edits === null ? 'program' : 'programCopy', {
          name: program?.name ?? report.program,
          version: report.programVersion,
        })}
        {stage !== undefined && ` · ${t('stage', { name: stage.name })}`}
        {level !== undefined && ` · ${t('level', { name: level.name })}`}
      </p>
      <Contraindications report={report} />
      {report.phase !== 'closed' && <p className={css['going']}>{t('going')}</p>}
      {report.windows.length === 0 && <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
      {report.windows.map((window, index) => (
        <WindowSection
          key={window.windowId}
          window={window}
          program={program}
          saysNext={saysNext.has(window)}
          place={report.windows.length > 1 ? index + 1 : undefined}
        />
      ))}
      {codedOutside && (
        <section className={css['window']} aria-labelledby="outside">
          <h2 id="outside">{t('outside')}</h2>
          <p className={css['lead']}>{t('outsideLead')}</p>
          <CountTable counts={report.countsOutside} kind={phaseOutside} program={program} caption={t('counts')} />
        </section>
      )}
      <LateCodes codes={report.lateCodes ?? []} program={program} />
      {report.coach !== null && <CoachSection metrics={report.coach} program={program} />}
    </>
  );
}

/** Whether and since when the child must not be sent to time-out, and why. Rule SEQ13. */
function Contraindications({ report: { contraindications = [] } }: { readonly report: SessionReport }) {
  const { t } = useTranslation('report');
  return contraindications.map(({ since, is }) => (
    <p key={since} className={css['going']}>
      {t(is === null ? 'timeOut.allowed' : 'timeOut.contraindicated', {
        from: formatClock(since, 'up'),
        reason: is?.reason ?? '',
        by: is?.by ?? '',
      })}
    </p>
  ));
}
