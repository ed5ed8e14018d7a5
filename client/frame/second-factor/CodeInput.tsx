import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = { readonly label: string; readonly description?: string; readonly error: ReactNode };

/** The six digits of an authenticator app. */
export function CodeInput({ label, description, error }: Props) {
  return (
    <TextInput
      name="code"
      label={label}
      description={description}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={7}
      autoFocus
      error={error}
    />
  );
}
