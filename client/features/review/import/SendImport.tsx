import '@mantine/core/styles/Checkbox.layer.css';
import { Button, Checkbox } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HttpError } from '#client/api/http.ts';
import { DialogButtons } from '#client/ui/DialogButtons.tsx';
import { ErrorNote } from '#client/ui/ErrorNote.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import type { ImportResult } from '#shared/protocol/imports.ts';
import type { Transcript } from '#shared/protocol/transcript.ts';
import { useReview } from '../reviewContext.ts';

type Props = {
  /** What is sent. Undefined while unknown. */
  readonly transcripts: readonly Transcript[] | undefined;
  readonly onDone: (result: ImportResult) => void;
  /** The expected result, in words. */
  readonly children: ReactNode;
};

/** The last step of an import: whether the coding is independent, the result, and the button. */
export function SendImport({ transcripts, onDone, children }: Props) {
  const { t } = useTranslation('imports');
  const { review } = useReview();
  const [independent, setIndependent] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();

  async function send(ready: readonly Transcript[]): Promise<void> {
    setBusy(true);
    setFailure(undefined);
    try {
      onDone(await review.importCodings({ transcripts: [...ready], independent }));
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  }

  return (
    <>
      <Checkbox
        label={t('independent')}
        description={t('independentHint')}
        checked={independent}
        onChange={(event) => setIndependent(event.currentTarget.checked)}
      />
      <div role="status">{children}</div>
      {failure === undefined ? null : <Failure failure={failure} />}
      <DialogButtons>
        <Button
          loading={busy}
          disabled={transcripts === undefined}
          onClick={() => transcripts !== undefined && void send(transcripts)}
        >
          {t('submit')}
        </Button>
      </DialogButtons>
    </>
  );
}

function Failure({ failure }: { readonly failure: unknown }) {
  const { t } = useTranslation('imports');
  if (failure instanceof HttpError && failure.said !== undefined) {
    return <ErrorNote happened={t('refused')} next={failure.said} />;
  }
  return <HttpErrorNote error={failure} kept />;
}
