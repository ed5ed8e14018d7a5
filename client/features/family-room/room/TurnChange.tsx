import { useTranslation } from 'react-i18next';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import { useFamilyView, useLiveView, useRunning } from '../FamilyContext.tsx';
import { useAsk } from '../useAsk.ts';
import css from './TurnChange.module.css';

/** Shown when the other caregiver's turn comes and this device's earphone is still on the first. */
export function TurnChange() {
  const { t } = useTranslation('family');
  const { live } = useRunning();
  const { self } = useLiveView();
  const { kind, phase, inPlay, wearer, wearerIsInPlay } = useFamilyView();
  const { run, isBusy } = useAsk();
  const isPlay = phase === 'coaching' || phase === 'coding-paused';
  if (kind !== 'combined' || !isPlay || wearerIsInPlay || !inPlay || !wearer || !self) return null;

  const { participantId } = self;
  const { caregiverId, name } = inPlay;
  return (
    <div className={css['turn']}>
      <p>{t('turn.plays', { name })}</p>
      <p>{t('turn.ask', { name })}</p>
      <BigButton
        look="main"
        isBusy={isBusy}
        onPress={() => void run(() => live.ask('device:set-wearer', { participantId, caregiverId }))}
      >
        {t('turn.change', { name })}
      </BigButton>
    </div>
  );
}
