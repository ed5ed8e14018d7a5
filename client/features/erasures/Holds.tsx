import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { queryOf } from '#client/api/queryOf.ts';
import { formatDate } from '#client/i18n/formatWhen.ts';
import { HoldDialog } from '#client/planning/HoldDialog.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { ListRow } from '#client/ui/ListRow.tsx';
import type { FamilyId } from '#shared/protocol/ids.ts';
import css from './ErasuresPage.module.css';

/** Families that may not be erased now. An admin sets a hold on the page of caseloads. Rule ERA4. */
export function Holds() {
  const { t } = useTranslation('erasures');
  const { dayOf } = useClinicTime();
  const holds = useQuery(queryOf('holds:list'));
  const [lifting, setLifting] = useState<{ readonly familyId: FamilyId; readonly name: string }>();
  return (
    <section aria-labelledby="holds" className={css['section']}>
      <h2 id="holds">{t('holds.title')}</h2>
      {holds.isError && <HttpErrorNote error={holds.error} onRetry={() => void holds.refetch()} />}
      {holds.data?.length === 0 && <p className="quiet">{t('holds.none')}</p>}
      {holds.data !== undefined && holds.data.length > 0 && (
        <ul className="rows">
          {holds.data.map(({ familyId, familyName, setBy, setAt, reason }) => (
            <ListRow
              key={familyId}
              end={
                <Button
                  variant="default"
                  size="sm"
                  aria-label={t('holdDialog.lift', { family: familyName })}
                  onClick={() => setLifting({ familyId, name: familyName })}
                >
                  {t('section.lift')}
                </Button>
              }
            >
              <p className="strong">{familyName}</p>
              <p className="quiet small">
                {t('section.heldBy', {
                  by: setBy ?? t('somebody'),
                  on: formatDate(dayOf(setAt)),
                  reason: t(`holdReasons.${reason}`),
                })}
              </p>
            </ListRow>
          ))}
        </ul>
      )}
      {lifting && <HoldDialog family={lifting} act="lift" onClose={() => setLifting(undefined)} />}
    </section>
  );
}
