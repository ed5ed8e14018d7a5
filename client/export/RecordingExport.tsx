import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SessionId } from '#shared/protocol/ids.ts';
import { type RecordingExportStatus } from '#shared/protocol/recordingExport.ts';
import { ExportFailure } from './ExportFailure.tsx';
import css from './ExportDialog.module.css';
import { useRecordingExport, type RecordingExport as Export } from './useRecordingExport.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';

const MEGABYTE = 1_000_000;
/** By this time the browser has requested the file, in ms. */
const ASKED_BY_MS = 2_000;

/** The recording as one file. It is made on request, which takes a while, and deleted after the download. */
export function RecordingExport({ sessionId }: { readonly sessionId: SessionId }) {
  const { t } = useTranslation('exports');
  const its = useRecordingExport(sessionId);
  const { status, failure } = its;
  return (
    <section className={css['recording']} aria-label={t('recording.name')}>
      <div>
        <p className="strong">{t('recording.name')}</p>
        <div className={css['what']} role="status">
          {status === undefined ? null : <Standing status={status} isGone={its.isGone} />}
        </div>
      </div>
      {status?.is === 'making' && <Progress value={status.share * 100} aria-label={t('recording.progress')} />}
      {status === undefined || status.is === 'refused' ? null : (
        <div className="actions">
          <Actions sessionId={sessionId} its={its} status={status} />
        </div>
      )}
      {failure === undefined ? null : <ExportFailure failure={failure} />}
    </section>
  );
}

type StandingProps = { readonly status: RecordingExportStatus; readonly isGone: boolean };

function Standing({ status, isGone }: StandingProps) {
  const { t } = useTranslation('exports');
  switch (status.is) {
    case 'refused':
      return <p>{t(`recording.refused.${status.why}`)}</p>;
    case 'none':
      return isGone ? <p>{t('recording.gone')}</p> : <ExpectedContents tracks={status.tracks} />;
    case 'making':
      return <p>{t('recording.making', { percent: Math.floor(status.share * 100) })}</p>;
    case 'ready':
      return <p>{t('recording.ready', { megabytes: Math.max(1, Math.round(status.bytes / MEGABYTE)) })}</p>;
    case 'failed':
      return <p>{t(`recording.failed.${status.why}`)}</p>;
  }
}

type Tracks = Extract<RecordingExportStatus, { is: 'none' }>['tracks'];

/** What the file would contain. Consent is given per track, so each track is listed with its own purposes. */
function ExpectedContents({ tracks }: { readonly tracks: Tracks }) {
  const { t } = useTranslation('exports');
  const list = (words: readonly string[]) => new Intl.ListFormat('en').format(words);
  const alike = Map.groupBy(tracks, ({ purposes }) =>
    list(purposes.map((purpose) => t(`recording.purpose.${purpose}`))),
  );
  const told = [...alike].map(([purposes, its]) => {
    const names = list(its.map(({ track }) => t(`recording.track.${track}`)));
    return purposes === ''
      ? t('recording.agreedToNothingInCommon', { tracks: names })
      : t('recording.agreed', { tracks: names, purposes });
  });
  return <p>{t('recording.what', { tracks: told.join('; ') })}</p>;
}

type ActionsProps = {
  readonly sessionId: SessionId;
  readonly its: Export;
  readonly status: Exclude<RecordingExportStatus, { is: 'refused' }>;
};

function Actions({ sessionId, its, status }: ActionsProps) {
  const { t } = useTranslation('exports');
  if (status.is === 'making') {
    return (
      <Button size="sm" variant="default" onClick={its.end}>
        {t('recording.stop')}
      </Button>
    );
  }
  if (status.is !== 'ready') {
    return (
      <Button size="sm" variant="default" onClick={its.begin}>
        {t(status.is === 'failed' || its.isGone ? 'recording.again' : 'recording.make')}
      </Button>
    );
  }
  return (
    <>
      <Button
        component="a"
        size="sm"
        href={pathOf('recording-export:download', { sessionId })}
        download={status.fileName}
        onClick={() => setTimeout(its.look, ASKED_BY_MS)}
      >
        {t('recording.download')}
      </Button>
      <Button component="a" size="sm" variant="default" href={pathOf('recording-export:map', { sessionId })} download>
        {t('recording.map')}
      </Button>
    </>
  );
}
