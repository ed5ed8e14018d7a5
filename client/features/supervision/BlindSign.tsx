import { IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { HoldButton } from '#client/ui/HoldButton.tsx';
import { useRun } from '#client/live/LiveContext.tsx';
import css from './BlindSign.module.css';

/** Where the lead coach's codes would be: that they are kept away, and what it means to end that. Rule REV2. */
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
