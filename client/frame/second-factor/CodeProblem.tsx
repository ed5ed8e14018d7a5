import { useTranslation } from 'react-i18next';
import { problemOf } from '#client/api/http.ts';
import { ErrorNote } from '#client/ui/ErrorNote.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';

/** Why a code was not accepted. */
export function CodeProblem({ failure }: { readonly failure: unknown }) {
  const { t } = useTranslation('secondFactor');
  if (failure === undefined) return null;
  const problem = problemOf(failure);
  if (problem === 'refused') return <ErrorNote happened={t('wrong')} next={t('wrongNext')} />;
  if (problem === 'too-many') return <ErrorNote happened={t('locked')} next={t('lockedNext')} />;
  return <HttpErrorNote error={failure} kept />;
}
