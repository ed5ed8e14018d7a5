import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useClinicTime } from '#client/api/clinic.ts';
import { FormDialog } from '#client/ui/FormDialog.tsx';
import { CaregiverId } from '#shared/protocol/ids.ts';
import { familyTracksKept } from '#shared/session/recording/recordingState.ts';
import { personIn } from '#shared/session/review/personIn.ts';
import { useReview } from '../reviewContext.ts';
import { wallTime } from '../wallTime.ts';
import css from './SessionPanel.module.css';

/** Who withdrew the family's consent to the recording, or a form to record it while there is a recording. Rule RCD9. */
export function WithdrawConsent() {
  const { t } = useTranslation('review');
  const { whenOf } = useClinicTime();
  const { state } = useReview().review;
  const [isAsking, setAsking] = useState(false);
  const { withdrawn } = state.recording;
  const ofFamily = withdrawn.filter(({ track }) => track !== 'coach-voice').at(-1);
  const nameOf = (id: CaregiverId | null) => state.caregivers.find(({ caregiverId }) => caregiverId === id)?.name ?? '';

  if (familyTracksKept(state.recording).length > 0) {
    return (
      <>
        <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
          {t('session.withdraw.open')}
        </Button>
        {isAsking && <WithdrawDialog onClose={() => setAsking(false)} />}
      </>
    );
  }
  if (ofFamily === undefined) return null;
  const { saidBy, by, at } = ofFamily;
  const said = { name: nameOf(saidBy), when: whenOf(wallTime(state, at)), by: personIn(state, by).name };
  return <p className={css['withdrawn']}>{t('session.withdrawn', said)}</p>;
}

const Withdrawal = z.object({ saidBy: CaregiverId });
const CONSEQUENCES = ['shut', 'notExported', 'stays', 'notErased', 'final'] as const;

function WithdrawDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('review');
  const { review } = useReview();
  return (
    <FormDialog
      title={t('session.withdraw.title')}
      submitLabel={t('session.withdraw.submit')}
      schema={Withdrawal}
      send={({ saidBy }) => review.enter({ type: 'consent.withdraw', saidBy })}
      onClose={onClose}
    >
      {(isMissing) => (
        <>
          <NativeSelect
            name="saidBy"
            label={t('session.withdraw.who')}
            data-autofocus
            data={[
              { value: '', label: t('session.withdraw.choose') },
              ...review.state.caregivers.map(({ caregiverId, name }) => ({ value: caregiverId, label: name })),
            ]}
            error={isMissing('saidBy') && t('session.withdraw.needWho')}
          />
          <section aria-labelledby="what-happens">
            <h3 id="what-happens" className={css['happens']}>
              {t('session.withdraw.happens')}
            </h3>
            <ul className="bulleted">
              {CONSEQUENCES.map((one) => (
                <li key={one}>{t(`session.withdraw.${one}`)}</li>
              ))}
            </ul>
          </section>
        </>
      )}
    </FormDialog>
  );
}
