import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Day } from '#shared/protocol/familyFacts.ts';
import type { EntryId } from '#shared/protocol/ids.ts';
import type { TopProblem } from '#shared/course/courseView.ts';
import { EntryDialog } from './EntryDialog.tsx';
import { DayField, numberField } from './fields.tsx';

const rateFormFor = (problem: EntryId) =>
  z
    .object({ rating: numberField.pipe(z.int().min(0).max(10)), on: Day })
    .transform((fields) => ({ type: 'problem.rate' as const, problem, ...fields }));

type Props = { readonly problem: TopProblem; readonly onClose: () => void };

/** Rates how difficult a problem is now. */
export function RateDialog({ problem, onClose }: Props) {
  const { t } = useTranslation('families');
  return (
    <EntryDialog
      title={t('problems.rate')}
      submitLabel={t('problems.submitRate')}
      schema={rateFormFor(problem.problem)}
      onClose={onClose}
    >
      {(isMissing) => (
        <>
          <p className="quiet">{problem.text}</p>
          <TextInput
            name="rating"
            label={t('problems.rating')}
            description={t('problems.ratingHint')}
            inputMode="numeric"
            autoComplete="off"
            data-autofocus
            error={isMissing('rating') && t('problems.needRating')}
          />
          <DayField label={t('problems.on')} isMissing={isMissing} />
        </>
      )}
    </EntryDialog>
  );
}
