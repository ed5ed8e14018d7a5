import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { LevelView } from '#shared/course/courseView.ts';
import { EntryDialog } from './EntryDialog.tsx';
import { ReasonField, reasonField } from './fields.tsx';

/** Replaces null, which a list value cannot be. No level has this id. */
const NO_LEVEL = '-';

const LevelForm = z.object({ level: z.string().min(1), reason: reasonField }).transform(({ level, reason }) => ({
  type: 'level.set' as const,
  level: level === NO_LEVEL ? null : level,
  override: { reason },
}));

type Props = { readonly levels: LevelView; readonly onClose: () => void };

/** Changes the level other than through its gate, with a reason. Rule LVL1. */
export function LevelDialog({ levels: { all, now }, onClose }: Props) {
  const { t } = useTranslation('families');
  const choices = [
    { value: NO_LEVEL, label: t('levels.none') },
    ...all.map(({ id, name }) => ({ value: id, label: name })),
  ].filter(({ value }) => value !== (now?.id ?? NO_LEVEL));
  return (
    <EntryDialog
      title={t('levels.dialog.title')}
      submitLabel={t('levels.dialog.submit')}
      schema={LevelForm}
      onClose={onClose}
    >
      {(isMissing) => (
        <>
          <p className="quiet">{t('levels.dialog.lead')}</p>
          <NativeSelect
            name="level"
            label={t('levels.dialog.level')}
            data-autofocus
            data={[{ value: '', label: t('levels.dialog.choose') }, ...choices]}
            error={isMissing('level') && t('levels.dialog.needLevel')}
          />
          <ReasonField isMissing={isMissing} label={t('levels.dialog.reason')} />
        </>
      )}
    </EntryDialog>
  );
}
