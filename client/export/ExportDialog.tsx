import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryOf } from '#client/api/queryOf.ts';
import type { ExportFormat } from '#shared/domain/exports/exportFormats.ts';
import { type NewExport } from '#shared/protocol/exports.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import css from './ExportDialog.module.css';
import { ExportFailure } from './ExportFailure.tsx';
import { RecordingExport } from './RecordingExport.tsx';
import { saveFile } from './saveFile.ts';
import { callForFile } from '#client/api/http.ts';

/** The most common formats first. */
const ORDER: readonly ExportFormat[] = ['pdf', 'csv', 'transcript', 'eaf', 'boris', 'sdis', 'vtt', 'fhir'];

type Props = { readonly sessionId: SessionId; readonly onClose: () => void };

/** The export formats of a closed session, each with its purpose. */
export function ExportDialog({ sessionId, onClose }: Props) {
  const { t } = useTranslation('exports');
  const [busy, setBusy] = useState<ExportFormat>();
  const [saved, setSaved] = useState('');
  const [failure, setFailure] = useState<unknown>();
  // If this cannot be loaded, the PDF itself has the same note.
  const unshown = useQuery(queryOf('unshown-names:read', { sessionId })).data?.names ?? [];

  async function download(format: ExportFormat): Promise<void> {
    setBusy(format);
    setFailure(undefined);
    setSaved('');
    try {
      const wanted: NewExport = { format };
      const file = await callForFile('exports:make', { sessionId, body: wanted });
      saveFile(file);
      setSaved(t('saved', { file: file.fileName }));
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(undefined);
    }
  }

  return (
    <Dialog title={t('title')} onClose={onClose} isWide>
      <p className={css['lead']}>{t('lead')}</p>
      <ul className={css['formats']}>
        {ORDER.map((format) => (
          <li key={format} className={css['format']}>
            <div>
              <p className="strong">{t(`formats.${format}.name`)}</p>
              <p className={css['what']}>{t(`formats.${format}.what`)}</p>
              {format === 'pdf' && unshown.length > 0 && (
                <p className={css['unshown']}>
                  {t('unshown', { count: unshown.length, names: unshown.map(isolated).join(', ') })}
                </p>
              )}
            </div>
            <Button
              size="sm"
              variant="default"
              loading={busy === format}
              disabled={busy !== undefined && busy !== format}
              aria-label={t('downloadOf', { name: t(`formats.${format}.name`) })}
              onClick={() => void download(format)}
            >
              {t('download')}
            </Button>
          </li>
        ))}
      </ul>
      <RecordingExport sessionId={sessionId} />
      <p role="status" className={css['saved']}>
        {saved}
      </p>
      {failure === undefined ? null : <ExportFailure failure={failure} />}
    </Dialog>
  );
}

/** Isolates a name so that its text direction does not affect the others. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}
