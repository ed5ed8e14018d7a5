import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryOf } from '#client/api/queryOf.ts';
import { useClinicTime } from '#client/api/clinic.ts';
import { useMe } from '#client/api/me.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { PageFrame } from '#client/frame/PageFrame.tsx';
import { formatDay } from '#client/i18n/formatWhen.ts';
import type { SessionSummary } from '#shared/protocol/http/sessions.ts';
import type { FamilyId } from '#shared/protocol/ids.ts';
import { CaseloadNotices } from './CaseloadNotices.tsx';
import { FamilyDialog } from '#client/planning/FamilyDialog.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { SessionDialog } from '#client/planning/SessionDialog.tsx';
import { needsToday } from './needsToday.ts';
import { SessionList } from './SessionList.tsx';

type OpenDialog =
  | { readonly is: 'none' }
  | { readonly is: 'session'; readonly chosen?: FamilyId }
  | { readonly is: 'family' }
  | { readonly is: 'link'; readonly session: SessionSummary };

/** The sessions that a person may attend, and a form for the next one. */
export function SessionsPage() {
  const { t } = useTranslation('start');
  const { dayOf, timeZone } = useClinicTime();
  const { role, name } = useMe();
  const mayMake = role === 'therapist';
  const sessions = useQuery(queryOf('sessions:list'));
  const families = useQuery({ ...queryOf('families:list'), enabled: mayMake });
  const reviews = useQuery({ ...queryOf('reviews:list'), enabled: role === 'supervisor' });
  const [dialog, setDialog] = useState<OpenDialog>({ is: 'none' });
  const close = () => setDialog({ is: 'none' });
  const now = new Date(sessions.dataUpdatedAt);

  const hasFamily = families.data !== undefined && families.data.length > 0;
  const newFamily = (
    <Button variant={hasFamily ? 'default' : 'filled'} onClick={() => setDialog({ is: 'family' })}>
      {t('newFamily')}
    </Button>
  );
  const hasSessions = sessions.data !== undefined && sessions.data.length > 0;
  const newSession = (
    <Button variant={hasSessions ? 'default' : 'filled'} onClick={() => setDialog({ is: 'session' })}>
      {t('newSession')}
    </Button>
  );

  return (
    <PageFrame
      title={t('title')}
      lead={sessions.isSuccess ? formatDay(dayOf(now)) : undefined}
      actions={
        mayMake && hasFamily ? (
          <>
            {newFamily}
            {sessions.data?.length !== 0 && newSession}
          </>
        ) : undefined
      }
    >
      {mayMake && <CaseloadNotices />}
      {sessions.isPending && <Loading />}
      {sessions.isError && <HttpErrorNote error={sessions.error} onRetry={() => void sessions.refetch()} />}
      {families.isError && <HttpErrorNote error={families.error} onRetry={() => void families.refetch()} />}
      {sessions.data?.length === 0 && (
        <EmptyState
          title={t('empty.title')}
          action={mayMake ? (hasFamily ? newSession : families.isSuccess ? newFamily : undefined) : undefined}
        >
          {mayMake ? t(hasFamily ? 'empty.text' : 'empty.noFamily') : t('empty.supervisor')}
        </EmptyState>
      )}
      {sessions.data !== undefined && sessions.data.length > 0 && (
        <SessionList
          sessions={sessions.data}
          now={now}
          leads={mayMake}
          own={name}
          needs={needsToday({
            ...{ sessions: sessions.data, now, timeZone },
            ...{ families: families.data ?? [], reviews: reviews.data ?? [] },
          })}
          onLink={(session) => setDialog({ is: 'link', session })}
        />
      )}
      {dialog.is === 'family' && (
        <FamilyDialog onClose={close} onDone={({ familyId }) => setDialog({ is: 'session', chosen: familyId })} />
      )}
      {dialog.is === 'session' && isNonEmpty(families.data) && (
        <SessionDialog families={families.data} chosen={dialog.chosen} onClose={close} />
      )}
      {dialog.is === 'link' && <LinkDialog session={dialog.session} onClose={close} />}
    </PageFrame>
  );
}

function isNonEmpty<T>(list: readonly T[] | undefined): list is readonly [T, ...T[]] {
  return list !== undefined && list.length > 0;
}
