import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorNote } from './ErrorNote.tsx';
import { NarrowPage } from './NarrowPage.tsx';

/** What a page shows when it broke. */
export function CrashPage() {
  const { t } = useTranslation();
  return (
    <NarrowPage title={t('crashed.happened')}>
      <ErrorNote
        happened={t('crashed.kept')}
        next={t('crashed.next')}
        action={
          <Button size="sm" onClick={() => window.location.reload()}>
            {t('crashed.action')}
          </Button>
        }
      />
    </NarrowPage>
  );
}
