import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#client/components/Dialog.tsx';
import { ErrorNote } from '#client/components/ErrorNote.tsx';
import type { ImportResult } from '#shared/protocol/imports.ts';
import { useReview } from '../reviewContext.ts';
import css from './ImportDialog.module.css';
import { MapForm } from './MapForm.tsx';
import { TranscriptForm } from './TranscriptForm.tsx';
import { useBroughtFile } from './useBroughtFile.ts';

/** A coding that was made elsewhere: the file, what its words mean, and what came of it. Rule REV4. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('imports');
  const { review } = useReview();
  const { chosen, choose } = useBroughtFile();
  const [result, setResult] = useState<ImportResult>();
  if (result !== undefined) {
    return (
      <Dialog title={t('title')} onClose={onClose}>
        <p role="status" className={css['lead']}>
          {result.codings === 0 ? t('known') : t('done', { count: result.codings })}
        </p>
        <div className={css['buttons']}>
          <Button data-autofocus onClick={onClose}>
            {t('close')}
          </Button>
        </div>
      </Dialog>
    );
  }
  const brought = chosen.is === 'read' ? chosen.brought : undefined;
  const ownId = brought?.is === 'file' ? brought.file.sessionId : brought?.transcript.session?.id;
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <div className={css['steps']}>
        <p className={css['lead']}>{t('lead')}</p>
        <div className={css['file']}>
          <FileButton accept=".boris,.eaf,.json" onChange={(file) => file && void choose(file)}>
            {(props) => (
              <Button {...props} variant="default" data-autofocus loading={chosen.is === 'reading'}>
                {chosen.is === 'none' ? t('choose') : t('chooseOther')}
              </Button>
            )}
          </FileButton>
          <p role="status" className={css['name']}>
            {chosen.is === 'reading' && t('reading')}
            {chosen.is === 'read' && chosen.name}
          </p>
        </div>
        {chosen.is === 'refused' && (
          <ErrorNote happened={t('notRead', { why: chosen.why.split('\n', 1).join('') })} next={t('tryOther')} />
        )}
        {ownId !== undefined && ownId !== review.session.sessionId && (
          <p className={css['warning']}>{t('otherSession')}</p>
        )}
        {brought?.is === 'file' && (
          <MapForm key={chosen.is === 'read' ? chosen.count : 0} file={brought.file} onDone={setResult} />
        )}
        {brought?.is === 'transcript' && <TranscriptForm transcript={brought.transcript} onDone={setResult} />}
      </div>
    </Dialog>
  );
}
