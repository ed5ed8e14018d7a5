import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type HttpProblem, problemOf } from '#client/api/http.ts';
import { ErrorNote } from './ErrorNote.tsx';

/** Problems that may be gone when asked again. */
const MAY_PASS: ReadonlySet<HttpProblem> = new Set(['offline', 'too-many', 'refused', 'fault']);

type Props = {
  readonly error: unknown;
  /** Whether the screen still has what the person typed. */
  readonly kept?: boolean;
  readonly onRetry?: (() => void) | undefined;
};

/** An `ErrorNote` for a failed request, with the texts of its problem. */
export function HttpErrorNote({ error, kept = false, onRetry }: Props) {
  const { t } = useTranslation();
  const problem = problemOf(error);
  const retry = onRetry && MAY_PASS.has(problem) && (
    <Button size="sm" variant="default" onClick={onRetry}>
      {t('retry')}
    </Button>
  );
  return (
    <ErrorNote
      happened={t(`problem.${problem}.happened`)}
      kept={kept ? t('nothingLost') : undefined}
      next={t(`problem.${problem}.next`)}
      action={retry}
    />
  );
}
