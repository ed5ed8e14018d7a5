import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuietView, useRun } from '#client/live/LiveContext.tsx';
import { currentWindow } from '#shared/session/sessionState.ts';
import css from './panels.module.css';
import { VoidForm } from './VoidForm.tsx';

/** Stops the coding clock and says why: the reason stays with the window. */
export function PausePanel({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation('console');
  const run = useRun();
  const window = currentWindow(useQuietView().session);
  const [own, setOwn] = useState('');
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
      <form
        className={css['stack']}
        onSubmit={(event) => {
          event.preventDefault();
          void pause(own.trim());
        }}
      >
        <TextInput
          label={t('pause.own')}
          value={own}
          maxLength={200}
          onChange={(event) => setOwn(event.currentTarget.value)}
        />
        <Button type="submit" disabled={own.trim() === ''}>
          {t('pause.go')}
        </Button>
      </form>
      {window && <VoidForm windowId={window.windowId} onDone={onDone} />}
    </>
  );
}
