import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { problemOf } from '#client/api/http.ts';
import { ErrorNote } from '#client/ui/ErrorNote.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import css from './Scored.module.css';

type Props = {
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly onAgain: () => void;
  readonly onLeave: () => void;
};

/** The codes did not reach the clinic. They stay on the page and can be sent again unless the attempt is closed. */
export function SubmitFailed({ error, onRetry, onAgain, onLeave }: Props) {
  const { t } = useTranslation('practice');
  const isOver = problemOf(error) === 'not-found';
  return (
    <div className={css['score']}>
      {isOver ? (
        <ErrorNote happened={t('submit.notOpen')} next={t('submit.next')} />
      ) : (
        <>
          <p>{t('submit.failed')}</p>
          <HttpErrorNote error={error} onRetry={onRetry} />
        </>
      )}
      <div className="actions">
        {isOver && <Button onClick={onAgain}>{t('score.again')}</Button>}
        <Button variant="default" onClick={onLeave}>
          {t('clip.leave')}
        </Button>
      </div>
    </div>
  );
}
