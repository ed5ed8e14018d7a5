import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '#client/api/http.ts';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { ListRow } from '#client/ui/ListRow.tsx';
import { useAct } from '#client/ui/useAct.ts';
import { pathOf } from '#shared/protocol/http/routes.ts';
import { useFamilyScreen } from '../FamilyScreen.tsx';

/** Downloads the family's copy of everything about it. The browser saves it while the server makes it. Rule ERA7. */
export function CopyRow() {
  const { t } = useTranslation('erasures');
  const { familyId } = useFamilyScreen().record.family;
  const [hasBegun, setHasBegun] = useState(false);
  const { failure, busy, run } = useAct();

  const download = () =>
    run(async () => {
      setHasBegun(false);
      await call('family-copy:prepare', { body: { familyId } });
      // It may be larger than what a page can keep in memory.
      const link = document.createElement('a');
      link.href = pathOf('family-copy:download', { familyId });
      link.download = '';
      link.click();
      setHasBegun(true);
    });

  return (
    <ListRow
      end={
        <Button variant="default" size="sm" loading={busy} onClick={download}>
          {t('section.makeCopy')}
        </Button>
      }
    >
      <p className="strong">{t('section.copy')}</p>
      <p className="quiet small">{t('section.copySays')}</p>
      <p role="status" className="small">
        {hasBegun && t('section.copyBegins')}
      </p>
      {failure === undefined ? null : <HttpErrorNote error={failure} onRetry={download} />}
    </ListRow>
  );
}
