import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from '#client/ui/ErrorNote.tsx';
import type { CaptureRefusal } from '#client/media/capture.ts';
import { type DevicePlatform, devicePlatform } from './devicePlatform.ts';

type Props = {
  readonly what: 'camera' | 'microphone' | 'both';
  readonly why: CaptureRefusal;
  readonly onRetry: () => void;
  readonly platform?: DevicePlatform;
};

/** Why a camera or microphone does not work, and what to do on this kind of device. */
export function RefusalHelp({ what, why, onRetry, platform = devicePlatform(navigator) }: Props) {
  const { t } = useTranslation('deviceCheck');
  const isMobile = platform === 'ios' || platform === 'android';

  /** If both are missing, neither was found; if both are blocked, one message covers both. */
  const named = what === 'both' && (why === 'not-found' || why === 'insecure') ? 'either' : what;

  function sayNext(): string {
    if (why === 'denied') return t(`help.denied.${platform}`);
    if (why === 'insecure' || why === 'other') return t(`help.${why}`);
    return t(`help.${why}.${isMobile ? 'mobile' : 'desktop'}`);
  }

  return (
    <ErrorNote
      happened={t(`refused.${why}`, { what: t(`what.${named}`) })}
      next={sayNext()}
      action={
        <Button variant="default" size="sm" onClick={onRetry}>
          {t('retry')}
        </Button>
      }
    />
  );
}
