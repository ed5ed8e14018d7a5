import { useTranslation } from 'react-i18next';
import { HttpError } from '#client/api/http.ts';
import { ErrorNote } from '#client/ui/ErrorNote.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';

/** The server’s own message, if it sent one: why not now, and what to do first. */
export function ExportFailure({ failure }: { readonly failure: unknown }) {
  const { t } = useTranslation('exports');
  if (failure instanceof HttpError && failure.said !== undefined) {
    return <ErrorNote happened={t('refused')} next={failure.said} />;
  }
  return <HttpErrorNote error={failure} />;
}
