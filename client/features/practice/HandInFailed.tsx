import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { problemOf } from '#client/api/http.ts';
import { ErrorNote } from '#client/components/ErrorNote.tsx';
import { HttpErrorNote } from '#client/components/HttpErrorNote.tsx';

type Props = {
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly onAgain: () => void;
  readonly onLeave: () => void;
};

/** The codes did not reach the clinic: they stay on the page and can be sent again, unless the attempt is not open any more. */
export function HandInFailed({ error, onRetry, onAgain, onLeave }: Props) {
  const { t } = useTranslation('practice');
  const isOver = problemOf(error) === 'not-found';
  return (
    <>
      {isOver ? (
        <ErrorNote happened={t('handIn.notOpen')} next={t('handIn.next')} />
      ) : (
        <>
          <p>{t('handIn.failed')}</p>
          <HttpErrorNote error={error} onRetry={onRetry} />
        </>
      )}
      <Group mt="sm">
        {isOver && <Button onClick={onAgain}>{t('score.again')}</Button>}
        <Button variant="subtle" onClick={onLeave}>
          {t('clip.leave')}
        </Button>
      </Group>
    </>
  );
}
