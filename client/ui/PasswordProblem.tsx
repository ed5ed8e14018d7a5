import { useTranslation } from 'react-i18next';
import { HttpError } from '#client/api/http.ts';
import { ErrorNote } from './ErrorNote.tsx';
import { HttpErrorNote } from './HttpErrorNote.tsx';

/** The status by which routes that take a new password refuse one that is easy to guess. */
const TOO_WEAK = 422;

/** Why a chosen password was not saved. */
export function PasswordProblem({ failure }: { readonly failure: unknown }) {
  const { t } = useTranslation();
  if (failure === undefined) return null;
  if (!(failure instanceof HttpError) || failure.status !== TOO_WEAK) return <HttpErrorNote error={failure} kept />;
  return <ErrorNote happened={t('password.refused')} kept={t('nothingLost')} next={t('password.weak')} />;
}
