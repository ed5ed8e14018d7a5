import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import css from './panels.module.css';

type ReasonFormProps = {
  readonly label: string;
  readonly description?: string;
  readonly submitLabel: string;
  /** The minimum length of a reason, in letters. */
  readonly shortest: number;
  /** Whether this is the main action of its panel. */
  readonly isMain: boolean;
  readonly onSend: (reason: string) => void;
};

/** The minimum length of a reason for an exception. The server requires the same. */
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
