import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryOf } from '#client/api/queryOf.ts';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { SafetyLines } from '#client/live/safety/SafetyLines.tsx';
import { SafetyDialog } from '../dialogs/SafetyDialog.tsx';
import { useFamilyScreen } from '../FamilyScreen.tsx';
import { Section } from './Section.tsx';
import css from './Section.module.css';

/** How to reach the family during a session. Rules SAF1, SAF2. */
export function SafetySection() {
  const { t } = useTranslation('safety');
  const { record, mayWrite } = useFamilyScreen();
  const sheet = useQuery(queryOf('safety-sheet:read', { familyId: record.family.familyId }));
  const [changing, setChanging] = useState(false);
  const kept = sheet.data ?? undefined;
  return (
    <Section
      id="safety"
      title={t('title')}
      lead={t('lead')}
      actions={
        mayWrite &&
        sheet.isSuccess && (
          <Button variant="default" size="sm" onClick={() => setChanging(true)}>
            {t(kept === undefined ? 'add' : 'change')}
          </Button>
        )
      }
    >
      {sheet.isError && <HttpErrorNote error={sheet.error} onRetry={() => void sheet.refetch()} />}
      {sheet.data === null && <p className={css['none']}>{t('none')}</p>}
      {kept !== undefined && <SafetyLines kept={kept} />}
      {changing && <SafetyDialog kept={kept} onClose={() => setChanging(false)} />}
    </Section>
  );
}
