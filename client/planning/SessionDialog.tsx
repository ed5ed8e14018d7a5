import { TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidate, queryOf } from '#client/api/queryOf.ts';
import { useClinicTime, useForeignZone } from '#client/api/clinic.ts';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import { sayRefusal } from '#client/ui/sayRefusal.tsx';
import { clinicMinute } from '#shared/domain/clinicDay.ts';
import type { FamilyEntry } from '#shared/protocol/familyFacts.ts';
import { FamilySelect, type ListedFamily } from './FamilySelect.tsx';
import { type PlannedSession, sessionFormSchema } from './sessionFormSchema.ts';
import { StageFields } from './StageFields.tsx';
import { useFamilyCourse } from './useFamilyCourse.ts';
import { call } from '#client/api/http.ts';

type Props = {
  /** The family that is chosen at first. */
  readonly family?: ListedFamily | undefined;
  readonly onClose: () => void;
};

/** Makes a session for a family, by default starting now, with the stage that its course suggests. */
export function SessionDialog({ family, onClose }: Props) {
  const { t } = useTranslation('planning');
  const queries = useQueryClient();
  const { timeZone } = useClinicTime();
  const [now] = useState(() => clinicMinute(new Date(), timeZone));
  const [chosen, setChosen] = useState(family);
  const { found } = useFamilyCourse(chosen?.familyId);
  const zone = useForeignZone();

  async function send({ session, reason }: PlannedSession): Promise<void> {
    const { stage } = session;
    if (stage !== undefined && (reason !== undefined || stage !== found?.course.stage.id)) {
      const override = reason === undefined ? null : { reason };
      const entry: FamilyEntry = { type: 'stage.enter', stage, caregiverId: null, override };
      const record = await call('family:enter', { familyId: session.familyId, body: entry });
      queries.setQueryData(queryOf('family:read', { familyId: session.familyId }).queryKey, record);
    }
    await call('sessions:make', { body: session });
    await invalidate(queries, 'sessions:list', 'needs:list', 'family:read');
  }

  return (
    <FormDialog
      title={t('session.title')}
      submitLabel={t('session.submit')}
      schema={sessionFormSchema(found?.course.next?.stage.id, timeZone)}
      send={send}
      onClose={onClose}
      sayFailure={sayRefusal}
    >
      {(isMissing) => (
        <>
          <FamilySelect chosen={chosen} isMissing={isMissing('familyId')} onChoose={setChosen} />
          <TextInput
            name="startsAt"
            type="datetime-local"
            label={t('session.startsAt')}
            description={zone && t('session.zone', { zone })}
            defaultValue={now}
            error={isMissing('startsAt') && t('session.needTime')}
          />
          {found !== undefined && <StageFields key={chosen?.familyId} found={found} isMissing={isMissing} />}
        </>
      )}
    </FormDialog>
  );
}
