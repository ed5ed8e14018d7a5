import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import css from './panels.module.css';

type ReasonFormProps = {
  readonly label: string;
  readonly description?: string;
  readonly submitLabel: string;
  /** The shortest reason that is taken, in letters. */
  readonly shortest: number;
  /** Whether it is what one came for, or stands beside that. */
  readonly isMain: boolean;
  readonly onSend: (reason: string) => void;
};

/** The shortest reason of what is an exception; the server asks for as much. */
export const SHORTEST_REASON = 3;

/** Asks for the reason of something that goes into the record. */
export function ReasonForm({ label, description, submitLabel, shortest, isMain, onSend }: ReasonFormProps) {
  const [reason, setReason] = useState('');
  return (
    <form
      className={css['stack']}
      onSubmit={(event) => {
        event.preventDefault();
        onSend(reason.trim());
      }}
    >
      <TextInput
        label={label}
        description={description}
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" variant={isMain ? 'filled' : 'default'} disabled={reason.trim().length < shortest}>
        {submitLabel}
      </Button>
    </form>
  );
}
