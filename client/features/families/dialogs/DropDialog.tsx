import { Checkbox, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { DROP_REASONS } from '#shared/protocol/familyFacts.ts';
import css from './dialogs.module.css';
import { EntryDialog } from './EntryDialog.tsx';

const SIDES = ['byCaregiver', 'byClinician'] as const;

const DropForm = z
  .record(z.string(), z.string())
  .transform((fields) => {
    const marked = (side: string) => DROP_REASONS.filter((why) => fields[`${side} ${why}`] !== undefined);
    const [byCaregiver, byClinician] = [marked('byCaregiver'), marked('byClinician')];
    return { type: 'course.drop' as const, byCaregiver, byClinician, note: (fields['note'] ?? '').trim() };
  })
  .refine(({ byCaregiver, byClinician }) => byCaregiver.length + byClinician.length > 0, { path: ['reasons'] });

/** Ends a course early, with the reasons of each side. */
export function DropDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('families');
  return (
    <EntryDialog title={t('dropDialog.title')} submitLabel={t('dropDialog.submit')} schema={DropForm} onClose={onClose}>
      {(isMissing) => (
        <>
          <p className="quiet">{t('dropDialog.lead')}</p>
          <div className={css['sides']}>
            {SIDES.map((side) => (
              <fieldset key={side} className={css['side']}>
                <legend>{t(`dropDialog.${side}`)}</legend>
                {DROP_REASONS.map((why) => (
                  <Checkbox key={why} name={`${side} ${why}`} value="yes" label={t(`dropReasons.${why}`)} />
                ))}
              </fieldset>
            ))}
          </div>
          {isMissing('reasons') && (
            <p role="alert" className={css['error']}>
              {t('dropDialog.needReason')}
            </p>
          )}
          <Textarea name="note" label={t('dropDialog.note')} maxLength={300} />
        </>
      )}
    </EntryDialog>
  );
}
