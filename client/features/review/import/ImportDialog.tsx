import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#client/ui/Dialog.tsx';
import { DialogButtons } from '#client/ui/DialogButtons.tsx';
import { ErrorNote } from '#client/ui/ErrorNote.tsx';
import type { ImportResult } from '#shared/protocol/imports.ts';
import { useReview } from '../reviewContext.ts';
import css from './ImportDialog.module.css';
import { MapForm } from './MapForm.tsx';
import { TranscriptForm } from './TranscriptForm.tsx';
import { useImportFile } from './useImportFile.ts';

/** Imports a coding made elsewhere: the file, the meaning of its words, and the result. Rule REV4. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('imports');
  const { review } = useReview();
  const { chosen, choose } = useImportFile();
  const [result, setResult] = useState<ImportResult>();
  if (result !== undefined) {
    return (
      <Dialog title={t('title')} onClose={onClose}>
        <div className={css['steps']}>
          <div role="status" className={css['steps']}>
            <ImportSummary result={result} />
          </div>
          <DialogButtons>
            <Button data-autofocus onClick={onClose}>
              {t('close')}
            </Button>
          </DialogButtons>
        </div>
      </Dialog>
    );
  }
  const content = chosen.is === 'read' ? chosen.content : undefined;
  const ownId = content?.is === 'file' ? content.file.sessionId : content?.transcript.session?.id;
  return (
    <Dialog title={t('title')} onClose={onClose} isWide>
      <div className={css['steps']}>
        <p className="quiet">{t('lead')}</p>
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
        {chosen.is === 'refused' && <Refusal why={chosen.why} />}
        {ownId !== undefined && ownId !== review.session.sessionId && (
          <p className={css['warning']}>{t('otherSession')}</p>
        )}
        {content?.is === 'file' && (
          <MapForm key={chosen.is === 'read' ? chosen.count : 0} file={content.file} onDone={setResult} />
        )}
        {content?.is === 'transcript' && <TranscriptForm transcript={content.transcript} onDone={setResult} />}
      </div>
    </Dialog>
  );
}

/** What was attached, what was already there, and which parts of the file match no window of this session. */
function ImportSummary({ result: { codings, known, strayWindows } }: { readonly result: ImportResult }) {
  const { t } = useTranslation('imports');
  return (
    <>
      <p className="quiet">{codings === 0 ? t('known') : t('done', { count: codings })}</p>
      {codings > 0 && known > 0 && <p className="quiet">{t('knownBesides', { count: known })}</p>}
      {strayWindows.length > 0 && (
        <p className={css['warning']}>{t('stray', { count: strayWindows.length, windows: shortList(strayWindows) })}</p>
      )}
    </>
  );
}

const MAX_LISTED = 8;

function shortList(all: readonly string[]): string {
  return [...all.slice(0, MAX_LISTED), ...(all.length > MAX_LISTED ? ['…'] : [])].join(', ');
}

/** Why a file cannot be read: one line, and a list if there are several errors. */
function Refusal({ why }: { readonly why: string }) {
  const { t } = useTranslation('imports');
  const [first = '', ...faults] = why.split('\n', MAX_LISTED + 2);
  return (
    <>
      <ErrorNote happened={t('notRead', { why: first })} next={t('tryOther')} />
      {faults.length > 0 && (
        <ul className={`bulleted ${css['faults'] ?? ''}`}>
          {faults.map((fault, index) => (
            <li key={fault}>{index < MAX_LISTED ? fault : '…'}</li>
          ))}
        </ul>
      )}
    </>
  );
}
