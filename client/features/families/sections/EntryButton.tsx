import { Button, type ButtonProps } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { HttpError } from '#client/api/http.ts';
import { ErrorNote } from '#client/ui/ErrorNote.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import type { FamilyEntry } from '#shared/protocol/familyFacts.ts';
import { useFamilyScreen } from '../FamilyScreen.tsx';

type Props = {
  readonly entry: FamilyEntry;
  readonly variant?: ButtonProps['variant'];
  readonly size?: ButtonProps['size'];
  readonly label?: string;
  readonly pressed?: boolean;
  readonly children: ReactNode;
};

/** Adds an entry to the record with one press, and shows errors. */
export function EntryButton({ entry, variant = 'light', size, label, pressed, children }: Props) {
  const { enter } = useFamilyScreen();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();

  async function press(): Promise<void> {
    setBusy(true);
    setFailure(undefined);
    try {
      await enter(entry);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <Button
        variant={variant}
        {...(size === undefined ? {} : { size })}
        loading={busy}
        aria-label={label}
        aria-pressed={pressed}
        onClick={() => void press()}
      >
        {children}
      </Button>
      {failure === undefined ? null : failure instanceof HttpError && failure.said !== undefined ? (
        <ErrorNote happened={failure.said} />
      ) : (
        <HttpErrorNote error={failure} />
      )}
    </>
  );
}
