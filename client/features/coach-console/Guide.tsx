import { Button, CloseButton } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { createBrowserSetting } from '#client/api/browserSetting.ts';
import { browserPressStore } from '#client/api/pressStore.ts';
import { useKeyLabel } from '#client/live/keys/keySettings.ts';
import { useQuietView } from '#client/live/LiveContext.tsx';
import type { Program } from '#shared/domain/programs/program.ts';
import css from './Guide.module.css';
import { guideStep } from './guideStep.ts';

/** Whether the console shows what to do now, meant for a coach's first sessions in this browser. */
const guideShown = createBrowserSetting(browserPressStore(), 'earshot.guide', z.boolean(), true);

function useGuideShown(): boolean {
  return useSyncExternalStore(guideShown.subscribe, guideShown.getSnapshot);
}

/** What to do now, in a sentence or two, until it is hidden. */
export function Guide({ program }: { readonly program: Program }) {
  const { t } = useTranslation('console');
  const keyOf = useKeyLabel();
  const { session } = useQuietView();
  const isShown = useGuideShown();
  const step = guideStep(session, program);
  if (!isShown || step === undefined) return null;
  return (
    <aside className={css['guide']} aria-label={t('guide.label')}>
      <IconBulb size={20} stroke={1.5} aria-hidden />
      <p aria-live="polite">{t(`guide.${step}`, { pause: keyOf('p') })}</p>
      <CloseButton title={t('guide.hide')} aria-label={t('guide.hide')} onClick={() => guideShown.set(false)} />
    </aside>
  );
}

/** Shows the guide again. */
export function ShowGuideButton() {
  const { t } = useTranslation('console');
  if (useGuideShown()) return null;
  return (
    <Button variant="default" size="compact-sm" onClick={() => guideShown.set(true)}>
      {t('guide.again')}
    </Button>
  );
}
