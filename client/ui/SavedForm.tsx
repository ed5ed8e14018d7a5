import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { z } from 'zod';
import { HttpErrorNote } from './HttpErrorNote.tsx';
import css from './SavedForm.module.css';
import { useSubmit } from './useSubmit.ts';

type Props<S extends z.ZodType> = {
  readonly schema: S;
  readonly send: (value: z.output<S>) => Promise<unknown>;
  readonly submitLabel: string;
  /** What it says once it was saved. */
  readonly savedWords: string;
  /** What to say of a failure instead of the usual. */
  readonly sayFailure?: (failure: unknown) => ReactNode;
  readonly children: (isMissing: (name: string) => boolean) => ReactNode;
};

/** A form that stays on the page after it was saved, and says that it was. */
export function SavedForm<S extends z.ZodType>({
  schema,
  send,
  submitLabel,
  savedWords,
  sayFailure = (failure) => <HttpErrorNote error={failure} kept />,
  children,
}: Props<S>) {
  const [saved, setSaved] = useState(false);
  const { isMissing, failure, busy, onSubmit } = useSubmit(
    schema,
    (value) => {
      setSaved(false);
      return send(value);
    },
    () => setSaved(true),
  );
  return (
    <form noValidate onSubmit={onSubmit} className={css['form']}>
      {children(isMissing)}
      {failure === undefined ? null : sayFailure(failure)}
      <div className={css['send']}>
        <Button type="submit" loading={busy}>
          {submitLabel}
        </Button>
        <p role="status" className="quiet">
          {saved ? savedWords : ''}
        </p>
      </div>
    </form>
  );
}
