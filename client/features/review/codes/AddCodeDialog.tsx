import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import { formatClock } from '#client/ui/formatClock.ts';
import { CaregiverId, CodeId } from '#shared/protocol/ids.ts';
import { useReview } from '../reviewContext.ts';
import { CodeAndReason } from './CodeAndReason.tsx';

const Addition = z.object({
  code: z.string().min(1),
  caregiverId: CaregiverId,
  reason: z.string().trim().min(3).max(300),
});

type Props = {
  /** Session time of what was said, in ms. */
  readonly at: number;
  readonly onClose: () => void;
};

/** Adds a code that nobody gave live, at the player's moment, with the reason. Rule REV3. */
export function AddCodeDialog({ at, onClose }: Props) {
  const { t } = useTranslation('review');
  const { review } = useReview();
  const { state, program } = review;
  const [codeId] = useState(() => CodeId.parse(crypto.randomUUID()));
  const codes = program.codes.filter(({ stream }) => stream !== 'coach');
  const played = state.windows.findLast(({ spans }) => (spans[0]?.[0] ?? Infinity) <= at)?.caregiverId;

  return (
    <FormDialog
      title={t('add.title', { at: formatClock(at, 'up') })}
      submitLabel={t('add.submit')}
      schema={Addition}
      send={(addition) => review.enter({ type: 'code.add', codeId, heardAt: Math.round(at), ...addition })}
      onClose={onClose}
    >
      {(isMissing) => (
        <>
          <p>{t('add.lead')}</p>
          <CodeAndReason label={t('add.code')} reasonHint={t('add.reasonHint')} codes={codes} isMissing={isMissing}>
            <NativeSelect
              name="caregiverId"
              label={t('add.caregiver')}
              defaultValue={played}
              data={state.caregivers.map(({ caregiverId, name }) => ({ value: caregiverId, label: name }))}
            />
          </CodeAndReason>
        </>
      )}
    </FormDialog>
  );
}
