import { useTranslation } from 'react-i18next';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import { useFamilyView, useRunning, useStore } from './FamilyContext.tsx';

/** Why the coach's voice cannot be heard here, with a button that fixes it. Never shown on a room device. */
export function NotSoundingNote() {
  const { t } = useTranslation('family');
  const { voice } = useRunning();
  const { is } = useStore(voice);
  const { coach, kind } = useFamilyView();
  if (kind === 'room' || is === 'silent' || is === 'playing') return null;
  return (
    <BigButton look="main" onPress={voice.restart} why={t(`notSounding.${is}.text`, { coach })}>
      {t(`notSounding.${is}.action`)}
    </BigButton>
  );
}
