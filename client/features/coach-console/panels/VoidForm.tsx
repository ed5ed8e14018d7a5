import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRun } from '#client/live/LiveContext.tsx';
import type { WindowId } from '#shared/protocol/ids.ts';
import css from './panels.module.css';

/** The shortest reason that says something; the server asks for as much. */
const SHORTEST = 3;

type VoidFormProps = { readonly windowId: WindowId; readonly onDone: () => void };

/** Says that a window counts nowhere, and why. Rule WIN4. */
export function VoidForm({ windowId, onDone }: VoidFormProps) {
  const { t } = useTranslation('console');
  const run = useRun();
  const [reason, setReason] = useState('');
  return (
    <form
      className={css['stack']}
      onSubmit={(event) => {
        event.preventDefault();
        void run('window:void', { windowId, reason: reason.trim() }).then((written) => {
          if (written) onDone();
        });
      }}
    >
      <TextInput
        label={t('window.voidReason')}
        description={t('window.voidText')}
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={reason.trim().length < SHORTEST}>
        {t('window.declareVoid')}
      </Button>
    </form>
  );
}
