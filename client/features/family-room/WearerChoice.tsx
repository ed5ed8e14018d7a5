import { useTranslation } from 'react-i18next';
import type { CaregiverId } from '#shared/protocol/ids.ts';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import { useFamilyView, useLiveView, useRunning } from './FamilyContext.tsx';
import { useAsk } from './useAsk.ts';
import css from './WearerChoice.module.css';

/** Who wears this device's earphones. Hidden if there is one caregiver. */
export function WearerChoice() {
  const { t } = useTranslation('family');
  const { live, earCheck } = useRunning();
  const { self } = useLiveView();
  const { caregivers, wearer } = useFamilyView();
  const { run, isBusy, hasFailed } = useAsk();
  if (caregivers.length < 2 && wearer !== undefined) return null;

  async function choose(caregiverId: CaregiverId) {
    if (self === undefined || caregiverId === wearer?.caregiverId) return;
    await run(() => live.ask('device:set-wearer', { participantId: self.participantId, caregiverId }));
    earCheck.reset();
  }

  return (
    <fieldset className={css['choice']}>
      <legend>{t('wearer.question')}</legend>
      <div className={css['options']}>
        {caregivers.map(({ caregiverId, name }) => (
          <BigButton
            key={caregiverId}
            isPressed={caregiverId === wearer?.caregiverId}
            isBusy={isBusy}
            onPress={() => void choose(caregiverId)}
          >
            {name}
          </BigButton>
        ))}
      </div>
      {hasFailed ? <p role="alert">{t('earphone.failed')}</p> : null}
    </fieldset>
  );
}
