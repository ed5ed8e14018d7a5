import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryOf } from '#client/api/queryOf.ts';
import { useClinicTime } from '#client/api/clinic.ts';
import { usePages } from '#client/api/usePages.ts';
import { useMe } from '#client/api/me.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { useSearch } from '#client/ui/useSearch.tsx';
import { PageFrame } from '#client/frame/PageFrame.tsx';
import { formatDay } from '#client/i18n/formatWhen.ts';
import type { Family } from '#shared/protocol/http/families.ts';
import { SESSION_GROUPS, type SessionSummary } from '#shared/protocol/http/sessions.ts';
import { CaseloadNotices } from './CaseloadNotices.tsx';
import { FamilyDialog } from '#client/planning/FamilyDialog.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { SessionDialog } from '#client/planning/SessionDialog.tsx';
import { SessionList } from './SessionList.tsx';
import { useSessionPages } from './useSessionPages.ts';

type OpenDialog =
  | { readonly is: 'none' }
  | { readonly is: 'session'; readonly family?: Family }
  | { readonly is: 'family' }
  | { readonly is: 'link'; readonly session: SessionSummary };

/** The sessions that a person may attend, and a form for the next one. */
export function SessionsPage() {
  const { t } = useTranslation('start');
  const { dayOf } = useClinicTime();
  const { role, name } = useMe();
  const mayMake = role === 'therapist';
  const { field: search, words: family } = useSearch(t('search'));
  const groups = {
    today: useSessionPages('today', ''),
    coming: useSessionPages('coming', family),
    earlier: useSessionPages('earlier', family),
  };
  const needs = useQuery(queryOf('needs:list'));
  const families = usePages('families:list', {}, { enabled: mayMake });
  const [dialog, setDialog] = useState<OpenDialog>({ is: 'none' });
  const close = () => setDialog({ is: 'none' });
  const all = SESSION_GROUPS.map((group) => groups[group]);
  const isPending = all.some(({ pages }) => pages.isPending);
  const failed = all.find(({ pages }) => pages.isError)?.pages;
  const count = all.reduce((sum, { sessions = [] }) => sum + sessions.length, 0);
  const isEmpty = !isPending && failed === undefined && count === 0 && family === '';

  const hasFamily = (families.data?.pages[0]?.families.length ?? 0) > 0;
  const newFamily = (
    <Button variant={hasFamily ? 'default' : 'filled'} onClick={() => setDialog({ is: 'family' })}>
      {t('newFamily')}
    </Button>
  );
  const newSession = (
    <Button variant={isEmpty ? 'filled' : 'default'} onClick={() => setDialog({ is: 'session' })}>
      {t('newSession')}
    </Button>
  );

  return (
    <PageFrame
      title={t('title')}
      lead={isPending ? undefined : formatDay(dayOf(groups.today.pages.dataUpdatedAt))}
      actions={
        mayMake && hasFamily ? (
          <>
            {newFamily}
            {!isEmpty && newSession}
          </>
        ) : undefined
      }
    >
      {mayMake && <CaseloadNotices />}
      {isPending && <Loading />}
      {failed && <HttpErrorNote error={failed.error} onRetry={() => void failed.refetch()} />}
      {families.isError && <HttpErrorNote error={families.error} onRetry={() => void families.refetch()} />}
      {isEmpty && (
        <EmptyState
          title={t('empty.title')}
          action={mayMake ? (hasFamily ? newSession : families.isSuccess ? newFamily : undefined) : undefined}
        >
          {mayMake ? t(hasFamily ? 'empty.text' : 'empty.noFamily') : t('empty.supervisor')}
        </EmptyState>
      )}
      {!isPending && !isEmpty && (
        <SessionList
          groups={groups}
          search={search}
          found={family}
          leads={mayMake}
          own={name}
          needs={needs.data}
          onLink={(session) => setDialog({ is: 'link', session })}
        />
      )}
      {dialog.is === 'family' && (
        <FamilyDialog onClose={close} onDone={(made) => setDialog({ is: 'session', family: made })} />
      )}
      {dialog.is === 'session' && <SessionDialog family={dialog.family} onClose={close} />}
      {dialog.is === 'link' && <LinkDialog session={dialog.session} onClose={close} />}
    </PageFrame>
  );
}
