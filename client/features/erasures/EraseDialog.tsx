import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { call } from '#client/api/http.ts';
import { useCountWords } from '#client/planning/useCountWords.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { DialogButtons } from '#client/ui/DialogButtons.tsx';
import { HoldButton } from '#client/ui/HoldButton.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { useAct } from '#client/ui/useAct.ts';
import type { ErasureLine } from '#shared/protocol/http/erasures.ts';
import css from './ErasuresPage.module.css';

type Props = { readonly line: ErasureLine; readonly onDone: () => void; readonly onClose: () => void };

/** Says what will be gone, and erases it while the button is held. Rule ERA1. */
export function EraseDialog({ line, onDone, onClose }: Props) {
  const { t } = useTranslation(['erasures', 'common']);
  const say = useCountWords();
  const { failure, busy, run } = useAct();
  const { familyId, familyName, counts } = line;

  const erase = () =>
    run(async () => {
      await call('erasure:confirm', { body: { familyId } });
      onDone();
    });

  return (
    <Dialog title={t('eraseDialog.title', { family: familyName ?? '' })} onClose={onClose}>
      <div className={css['dialog']}>
        <p>{t('eraseDialog.says', { what: say(counts) })}</p>
        <p className="quiet">{t('eraseDialog.backup')}</p>
        {failure === undefined ? null : <HttpErrorNote error={failure} />}
      </div>
      <DialogButtons>
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <HoldButton tone="danger" disabled={busy} onHeld={erase}>
          {t('eraseDialog.submit')}
        </HoldButton>
      </DialogButtons>
    </Dialog>
  );
}
