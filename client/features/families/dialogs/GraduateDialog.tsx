import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Reasons } from '../sections/Reasons.tsx';
import { useFamilyScreen } from '../FamilyScreen.tsx';
import { EntryDialog } from './EntryDialog.tsx';
import { ReasonField, reasonField } from './fields.tsx';

const GraduateForm = z.object({ reason: reasonField.optional() }).transform(({ reason }) => ({
  type: 'course.graduate' as const,
  override: reason === undefined ? null : { reason },
}));

/** Ends a course by graduation. If a criterion is not met, it asks for a reason. */
export function GraduateDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('families');
  const { course } = useFamilyScreen();
  const met = course.caregivers.every(({ gateMet }) => gateMet);
  return (
    <EntryDialog
      title={t('graduateDialog.title')}
      submitLabel={t('graduateDialog.submit')}
      schema={GraduateForm}
      onClose={onClose}
    >
      {(isMissing) => (
        <>
          <p className="quiet">{t(met ? 'graduateDialog.met' : 'graduateDialog.notMet')}</p>
          {course.caregivers.map(({ caregiverId, name, gate }) => (
            <Reasons key={caregiverId} reasons={gate} label={name} />
          ))}
          {!met && <ReasonField isMissing={isMissing} />}
        </>
      )}
    </EntryDialog>
  );
}
