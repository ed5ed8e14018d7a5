import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuietView, useRun } from '#client/live/LiveContext.tsx';
import { currentWindow } from '#shared/session/sessionState.ts';
import css from './panels.module.css';
import { ReasonForm } from './ReasonForm.tsx';
import { VoidForm } from './VoidForm.tsx';

/** Stops the coding clock. The reason stays with the window. */
export function PausePanel({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('console');
  const run = useRun();
  const window = currentWindow(useQuietView().session);
  const pause = async (reason: string) => {
    if (await run('coding:pause', { reason })) onDone();
  };
  return (
    <>
      <div className={css['stack']}>
        {t('pause.reasons', { returnObjects: true }).map((reason, index) => (
          <Button
            key={reason}
            variant="default"
            data-autofocus={index === 0 || undefined}
            onClick={() => void pause(reason)}
          >
            {reason}
          </Button>
        ))}
      </div>
      <ReasonForm
        label={t('pause.own')}
        submitLabel={t('pause.go')}
        shortest={1}
        isMain
        onSend={(reason) => void pause(reason)}
      />
      {window && <VoidForm windowId={window.windowId} onDone={onDone} />}
    </>
  );
}
