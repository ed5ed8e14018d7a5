import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = {
  readonly label: string;
  readonly error: ReactNode;
  /** Whether it is the address of whoever types it, which their browser knows. */
  readonly isOwn?: boolean;
  readonly autoFocus?: boolean;
};

/** An email address. */
export function EmailInput({ label, error, isOwn = true, autoFocus = false }: Props) {
  return (
    <TextInput
      name="email"
      type="email"
      label={label}
      autoComplete={isOwn ? 'username' : 'off'}
      autoFocus={autoFocus}
      error={error}
    />
  );
}
