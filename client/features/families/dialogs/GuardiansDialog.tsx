import { Checkbox, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { CaregiverId } from '#shared/protocol/ids.ts';
import { useFamilyScreen } from '../FamilyScreen.tsx';
import css from './dialogs.module.css';
import { EntryDialog } from './EntryDialog.tsx';

type Props = { readonly chosen: readonly string[]; readonly onClose: () => void };

/** Who decides for the child. */
export function GuardiansDialog({ chosen, onClose }: Props) {
  const { t } = useTranslation('consents');
  const { caregivers } = useFamilyScreen().record.family;
  const schema = z.record(z.string(), z.string()).transform(({ reason = '', ...fields }) => ({
    type: 'guardians.name' as const,
    caregivers: caregivers.map(({ caregiverId }): CaregiverId => caregiverId).filter((id) => Object.hasOwn(fields, id)),
    reason: reason.trim() === '' ? null : reason,
  }));
  return (
    <EntryDialog
      title={t('guardiansDialog.title')}
      submitLabel={t('guardiansDialog.submit')}
      schema={schema}
      onClose={onClose}
    >
      {() => (
        <>
          <p>{t('guardiansDialog.text')}</p>
          <div className={css['choices']}>
            {caregivers.map(({ caregiverId, name }) => (
              <Checkbox
                key={caregiverId}
                name={caregiverId}
                value="yes"
                label={name}
                defaultChecked={chosen.includes(caregiverId)}
              />
            ))}
          </div>
          <Textarea
            name="reason"
            label={t('guardiansDialog.reason')}
            description={t('guardiansDialog.reasonHint')}
            maxLength={300}
          />
        </>
      )}
    </EntryDialog>
  );
}
