import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useRunning, useStore } from './FamilyContext.tsx';
import css from './Volume.module.css';

/** The volume of the coach's voice on this device. */
export function Volume() {
  const { t } = useTranslation('family');
  const { voice } = useRunning();
  const { volume } = useStore(voice);
  const id = useId();
  return (
    <div className={css['volume']}>
      <label htmlFor={id}>{t('earphone.volume')}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={1}
        step={0.05}
        value={volume}
        aria-valuetext={`${Math.round(volume * 100)}%`}
        onChange={({ target }) => voice.setVolume(target.valueAsNumber)}
      />
    </div>
  );
}
