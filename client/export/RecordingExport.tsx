import { Button, NativeSelect, Progress } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordingPurpose } from '#shared/domain/recording/recordedTracks.ts';
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
      {status?.is === 'none' && <Purposes offers={status.offers} isGone={its.isGone} onBegin={its.begin} />}
      {status === undefined || status.is === 'refused' || status.is === 'none' ? null : (
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
      return isGone ? <p>{t('recording.gone')}</p> : <p>{t('recording.what')}</p>;
    case 'making':
      return <p>{t('recording.making', { percent: Math.floor(status.share * 100) })}</p>;
    case 'ready':
      return <p>{t('recording.ready', { megabytes: Math.max(1, Math.round(status.bytes / MEGABYTE)) })}</p>;
    case 'failed':
      return <p>{t(`recording.failed.${status.why}`)}</p>;
  }
}

type Offers = Extract<RecordingExportStatus, { is: 'none' }>['offers'];

type PurposesProps = { readonly offers: Offers; readonly isGone: boolean; readonly onBegin: Export['begin'] };

/** Asks what the file is for. Consent is given per track and purpose, so the purpose decides what is in it. */
function Purposes({ offers, isGone, onBegin }: PurposesProps) {
  const { t } = useTranslation('exports');
  const [chosen, setChosen] = useState<RecordingPurpose>();
  const offer = offers.find(({ purpose }) => purpose === chosen) ?? offers[0];
  if (offer === undefined) return null;
  const { purpose, tracks } = offer;
  const names = new Intl.ListFormat('en').format(tracks.map((track) => t(`recording.track.${track}`)));
  return (
    <>
      <NativeSelect
        label={t('recording.for')}
        value={purpose}
        onChange={({ currentTarget }) => setChosen(offers.find((one) => one.purpose === currentTarget.value)?.purpose)}
        data={offers.map((one) => ({ value: one.purpose, label: t(`recording.purpose.${one.purpose}`) }))}
        description={t('recording.contents', { tracks: names })}
      />
      <div className="actions">
        <Button size="sm" variant="default" onClick={() => onBegin(purpose)}>
          {t(isGone ? 'recording.again' : 'recording.make')}
        </Button>
      </div>
    </>
  );
}

type ActionsProps = {
  readonly sessionId: SessionId;
  readonly its: Export;
  readonly status: Exclude<RecordingExportStatus, { is: 'refused' | 'none' }>;
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
      <Button size="sm" variant="default" onClick={its.end}>
        {t('recording.again')}
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
