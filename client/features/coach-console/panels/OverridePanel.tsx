import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRun } from '#client/live/LiveContext.tsx';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import css from './panels.module.css';

/** The shortest reason that says something; the server asks for as much. */
const SHORTEST = 3;

type OverridePanelProps = { readonly device: ParticipantId; readonly onDone: () => void };

/** Lets the whisper through to earphones whose check did not pass, with a reason that goes into the record. */
export function OverridePanel({ device, onDone }: OverridePanelProps) {
  const { t } = useTranslation('console');
  const run = useRun();
  const [reason, setReason] = useState('');
  return (
    <form
      className={css['stack']}
      onSubmit={(event) => {
        event.preventDefault();
        void run('ear-check:override', { participantId: device, reason: reason.trim() }).then((written) => {
          if (written) onDone();
        });
      }}
    >
      <p>{t('override.text')}</p>
      <Textarea
        label={t('override.reason')}
        value={reason}
        maxLength={200}
        rows={3}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" disabled={reason.trim().length < SHORTEST}>
        {t('override.go')}
      </Button>
    </form>
  );
}
