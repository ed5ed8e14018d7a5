import { IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { HoldButton } from '#client/ui/HoldButton.tsx';
import { useRun } from '#client/live/LiveContext.tsx';
import css from './BlindSign.module.css';

/** Shown instead of the lead coach's codes: they are hidden, and what showing them would mean. Rule REV2. */
export function BlindSign() {
  const { t } = useTranslation('supervision');
  const run = useRun();
  return (
    <section className={css['sign']} aria-label={t('blind.sign')}>
      <IconEyeOff size={20} aria-hidden />
      <p>
        <strong>{t('blind.sign')}.</strong> {t('blind.hidden')} {t('blind.meaning')}
      </p>
      <HoldButton onHeld={() => void run('observer:blind', { blind: false })}>{t('blind.end')}</HoldButton>
    </section>
  );
}
