import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { call } from '#client/api/http.ts';
import { useMe } from '#client/api/me.ts';
import { invalidate, queryOf } from '#client/api/queryOf.ts';
import { formatDate } from '#client/i18n/formatWhen.ts';
import { HoldDialog } from '#client/planning/HoldDialog.tsx';
import { useCountWords } from '#client/planning/useCountWords.ts';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { ListRow } from '#client/ui/ListRow.tsx';
import { useAct } from '#client/ui/useAct.ts';
import type { FamilyErasure } from '#shared/protocol/http/erasures.ts';
import { AskErasureDialog } from '../dialogs/AskErasureDialog.tsx';
import { useFamilyScreen } from '../FamilyScreen.tsx';
import { CopyRow } from './CopyRow.tsx';
import { RetentionRows } from './RetentionRows.tsx';
import { Section } from './Section.tsx';

type Opened = 'ask' | 'set' | 'lift';

/** Whether the family is to be erased, and whether a legal hold prevents it. Rules ERA1, ERA4. */
export function ErasureSection() {
  const { t } = useTranslation('erasures');
  const { familyId, name } = useFamilyScreen().record.family;
  const [opened, setOpened] = useState<Opened>();
  const erasure = useQuery(queryOf('erasure:read', { familyId }));
  const close = () => setOpened(undefined);
  return (
    <Section id="erasure" title={t('section.title')} lead={t('section.lead')}>
      {erasure.isError && <HttpErrorNote error={erasure.error} onRetry={() => void erasure.refetch()} />}
      {erasure.data && <Standing erasure={erasure.data} onOpen={setOpened} />}
      {opened === 'ask' && <AskErasureDialog onClose={close} />}
      {(opened === 'set' || opened === 'lift') && (
        <HoldDialog family={{ familyId, name }} act={opened} onClose={close} />
      )}
    </Section>
  );
}

type StandingProps = { readonly erasure: FamilyErasure; readonly onOpen: (dialog: Opened) => void };

function Standing({ erasure: { request, hold, counts }, onOpen }: StandingProps) {
  const { t } = useTranslation('erasures');
  const { familyId } = useFamilyScreen().record.family;
  const { dayOf } = useClinicTime();
  const say = useCountWords();
  const queries = useQueryClient();
  const { failure, busy, run } = useAct();
  const maySetHold = useMe().role === 'supervisor';

  const withdraw = () =>
    run(async () => {
      await call('erasure:withdraw', { body: { familyId } });
      await invalidate(queries, 'erasure:read');
    });

  return (
    <>
      <ul className="rows">
        <CopyRow />
        <RetentionRows />
        {hold !== null && (
          <ListRow
            end={
              maySetHold && (
                <Button variant="default" size="sm" onClick={() => onOpen('lift')}>
                  {t('section.lift')}
                </Button>
              )
            }
          >
            <p className="strong">{t('section.held')}</p>
            <p className="quiet small">
              {t('section.heldBy', {
                by: hold.setBy ?? t('somebody'),
                on: formatDate(dayOf(hold.setAt)),
                reason: t(`holdReasons.${hold.reason}`),
              })}
            </p>
          </ListRow>
        )}
        {request !== null && (
          <ListRow
            end={
              <Button variant="default" size="sm" loading={busy} onClick={withdraw}>
                {t('section.withdraw')}
              </Button>
            }
          >
            <p className="strong">{t('section.asked')}</p>
            <p className="quiet small">
              {t('section.askedBy', {
                by: request.askedBy ?? t('somebody'),
                on: formatDate(dayOf(request.askedAt)),
                reason: t(`reasons.${request.reason}`),
              })}
            </p>
          </ListRow>
        )}
        <ListRow
          end={
            <div className="actions">
              {maySetHold && hold === null && (
                <Button variant="default" size="sm" onClick={() => onOpen('set')}>
                  {t('section.set')}
                </Button>
              )}
              {request === null && (
                <Button variant="default" size="sm" onClick={() => onOpen('ask')}>
                  {t('section.ask')}
                </Button>
              )}
            </div>
          }
        >
          <p className="strong">{t('section.whole')}</p>
          <p className="quiet small">{say(counts)}</p>
        </ListRow>
      </ul>
      {failure === undefined ? null : <HttpErrorNote error={failure} onRetry={withdraw} />}
    </>
  );
}
