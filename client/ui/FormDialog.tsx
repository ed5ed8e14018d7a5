import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { Dialog } from './Dialog.tsx';
import { DialogButtons } from './DialogButtons.tsx';
import css from './FormDialog.module.css';
import { HttpErrorNote } from './HttpErrorNote.tsx';
import { useSubmit } from './useSubmit.ts';

type Props<S extends z.ZodType, T> = {
  readonly title: string;
  readonly submitLabel: string;
  readonly schema: S;
  readonly send: (value: z.output<S>) => Promise<T>;
  /** Called once it is sent. Without it, the dialog closes. */
  readonly onDone?: (answer: T) => void;
  readonly onClose: () => void;
  /** The fields. `isMissing` says which are missing or invalid. */
  readonly children: (isMissing: (name: string) => boolean) => ReactNode;
  /** A message of this form's own for a failure, or `undefined` for the usual one. */
  readonly sayFailure?: (failure: unknown) => ReactNode;
};

/** A short form in a dialog. If sending fails, the entered values stay. */
export function FormDialog<S extends z.ZodType, T>(props: Props<S, T>) {
  const { title, submitLabel, schema, send, onClose, onDone = onClose, children, sayFailure } = props;
  const { t } = useTranslation();
  const { isMissing, failure, busy, onSubmit } = useSubmit(schema, send, onDone);
  return (
    <Dialog title={title} onClose={onClose}>
      <form noValidate onSubmit={onSubmit} className={css['form']}>
        {children(isMissing)}
        {failure === undefined ? null : (
          <div ref={bringIntoView} className={css['failure']}>
            {sayFailure?.(failure) ?? <HttpErrorNote error={failure} kept />}
          </div>
        )}
        <DialogButtons>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {submitLabel}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

/** In a long form, the note would otherwise be below what is visible. */
function bringIntoView(note: HTMLElement | null) {
  note?.scrollIntoView({ block: 'nearest' });
}
