import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CallClinic } from './CallClinic.tsx';
import { crashOf } from './crashOf.ts';
import { ErrorNote } from '#client/ui/ErrorNote.tsx';
import { NarrowPage } from './NarrowPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

/** Replaces a page that failed because of its address, its server or an error. Families see whom to call. */
export function CrashPage({ error, isFamily = false }: { readonly error: unknown; readonly isFamily?: boolean }) {
  const { t } = useTranslation();
  const crash = crashOf(error);
  if (crash === 'no-such-page') return <NotFoundPage />;
  const words =
    crash === 'offline'
      ? { title: t('problem.offline.happened'), next: t('problem.offline.next'), action: t('retry') }
      : {
          title: t('crashed.happened'),
          next: t(isFamily ? 'crashed.nextFamily' : 'crashed.next'),
          action: t('crashed.action'),
        };
  return (
    <NarrowPage title={words.title}>
      <ErrorNote
        happened={t('crashed.kept')}
        next={words.next}
        action={
          <Button size="sm" onClick={() => window.location.reload()}>
            {words.action}
          </Button>
        }
      />
      {isFamily ? <CallClinic /> : null}
    </NarrowPage>
  );
}
