import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '#client/api/http.ts';
import { invalidate } from '#client/api/queryOf.ts';
import { formatDate } from '#client/i18n/formatWhen.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { DialogButtons } from '#client/ui/DialogButtons.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { useAct } from '#client/ui/useAct.ts';
import { ANNOUNCED_DAYS } from '#shared/domain/retention/retentionRules.ts';
import type { RetentionPreview, RetentionRules } from '#shared/protocol/http/retention.ts';
import css from './ErasuresPage.module.css';

type Props = {
  readonly rules: RetentionRules;
  readonly preview: RetentionPreview;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** Says how much the rules would erase and when at the soonest, and sets them. Rules RET1, RET3. */
export function RetentionDialog({ rules, preview: { counts, from }, onDone, onClose }: Props) {
  const { t } = useTranslation(['retention', 'common']);
  const queries = useQueryClient();
  const { failure, busy, run } = useAct();
  const what = t('changeDialog.what', {
    recordings: t('changeDialog.recording', { count: counts.recording }),
    records: t('changeDialog.record', { count: counts.record }),
  });

  const change = () =>
    run(async () => {
      await call('retention:change', { body: rules });
      await invalidate(queries, 'retention:read', 'retention:list');
      onDone();
    });

  return (
    <Dialog title={t('changeDialog.title')} onClose={onClose}>
      <div className={css['dialog']}>
        <p>
          {counts.recording + counts.record === 0
            ? t('changeDialog.none', { days: ANNOUNCED_DAYS })
            : t('changeDialog.some', { what, from: formatDate(from) })}
        </p>
        <p className="quiet">{t('changeDialog.anew')}</p>
        {failure === undefined ? null : <HttpErrorNote error={failure} />}
      </div>
      <DialogButtons>
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button loading={busy} onClick={change}>
          {t('changeDialog.submit')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
