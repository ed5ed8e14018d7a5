import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuietView, useRun } from '#client/live/LiveContext.tsx';
import { currentWindow } from '#shared/session/sessionState.ts';
import css from './ParentCoding.module.css';
import { useIsBlind } from './useIsBlind.ts';

/** The option to code blind, and what it is still worth if this window's codes were already seen. Rules REV1, REV2. */
export function BlindChoice() {
  const { t } = useTranslation('supervision');
  const { session, self } = useQuietView();
  const run = useRun();
  if (useIsBlind()) return null;
  const window = currentWindow(session);
  const saw = self && session.participants[self.participantId]?.saw;
  const hasSeen = window !== undefined && saw?.during.includes(window.windowId) === true;
  return (
    <div className={css['blind']}>
      <Button size="compact-sm" variant="default" onClick={() => void run('observer:blind', { blind: true })}>
        {t('blind.offer')}
      </Button>
      <p>{t(hasSeen ? 'blind.seen' : 'blind.text')}</p>
    </div>
  );
}
