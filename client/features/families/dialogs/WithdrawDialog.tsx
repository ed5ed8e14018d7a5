import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { EntryId } from '#shared/protocol/ids.ts';
import { EntryDialog } from './EntryDialog.tsx';
import { ReasonField, reasonField } from './fields.tsx';

const withdrawFormFor = (entry: EntryId) =>
  z.object({ reason: reasonField }).transform(({ reason }) => ({ type: 'entry.withdraw' as const, entry, reason }));

type Props = { readonly entryId: EntryId; readonly what: string; readonly onClose: () => void };

/** Withdraws an entry. It stays in the record, struck out, with the reason. */
export function WithdrawDialog({ entryId, what, onClose }: Props) {
  const { t } = useTranslation('families');
  return (
    <EntryDialog
      title={t('record.withdrawTitle')}
      submitLabel={t('record.withdrawSubmit')}
      schema={withdrawFormFor(entryId)}
      onClose={onClose}
    >
      {(isMissing) => (
        <>
          <p className="quiet">{what}</p>
          <ReasonField isMissing={isMissing} />
        </>
      )}
    </EntryDialog>
  );
}
