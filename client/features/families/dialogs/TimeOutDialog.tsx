import { Checkbox, Radio } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { TimeOut } from '#shared/protocol/facts.ts';
import { useFamilyScreen } from '../FamilyScreen.tsx';
import { useHouseRulesLater } from '../useHouseRulesLater.ts';
import css from './dialogs.module.css';
import { EntryDialog } from './EntryDialog.tsx';

const backups = TimeOut.shape.backup;

/** The back-up needs a signature. */
const TimeOutForm = z
  .object({ backup: backups, houseRules: z.string().optional(), signedOff: z.string().optional() })
  .refine(({ backup, signedOff }) => backup === 'none' || signedOff !== undefined, { path: ['signedOff'] })
  .transform(({ backup, houseRules, signedOff }) => ({
    type: 'time-out.agree' as const,
    backup,
    houseRules: houseRules !== undefined,
    signedOff: signedOff !== undefined,
  }));

/** What happens if the child leaves the chair again, agreed with the family and signed. */
export function TimeOutDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('families');
  const { timeOut } = useFamilyScreen().course;
  const rulesLater = useHouseRulesLater();
  const [backup, setBackup] = useState<string>(timeOut.backup);
  return (
    <EntryDialog
      title={t('agreements.dialog.title')}
      submitLabel={t('agreements.dialog.submit')}
      schema={TimeOutForm}
      onClose={onClose}
    >
      {(isMissing) => (
        <>
          <Radio.Group name="backup" label={t('agreements.dialog.backup')} value={backup} onChange={setBackup}>
            <div className={css['choices']}>
              {backups.options.map((value) => (
                <Radio
                  key={value}
                  value={value}
                  label={t(`agreements.backup.${value}`)}
                  description={t(`agreements.backupMeans.${value}`)}
                />
              ))}
            </div>
          </Radio.Group>
          <Checkbox
            name="houseRules"
            value="yes"
            defaultChecked={timeOut.houseRules}
            label={t('agreements.dialog.houseRules')}
            disabled={rulesLater !== undefined}
            description={rulesLater}
          />
          {backup !== 'none' && (
            <Checkbox
              name="signedOff"
              value="yes"
              label={t('agreements.dialog.sign')}
              error={isMissing('signedOff') && t('agreements.dialog.needSign')}
            />
          )}
        </>
      )}
    </EntryDialog>
  );
}
