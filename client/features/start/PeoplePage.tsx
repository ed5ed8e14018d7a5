import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { invalidate, queryOf } from '#client/api/queryOf.ts';
import type { SentLink } from '#shared/protocol/http/accountLinks.ts';
import type { Person } from '#shared/protocol/http/people.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { PageFrame } from '#client/frame/PageFrame.tsx';
import css from './PeoplePage.module.css';
import { ChangePersonDialog } from './ChangePersonDialog.tsx';
import { PersonDialog } from './PersonDialog.tsx';
import { PersonRow } from './PersonRow.tsx';
import { SentLinkDialog } from './SentLinkDialog.tsx';

type OpenDialog =
  | { readonly is: 'none' }
  | { readonly is: 'invite' }
  | { readonly is: 'change'; readonly person: Person }
  | { readonly is: 'sent'; readonly person: Person; readonly link: SentLink };

/** Who can sign in at this clinic, who is invited, and a form to invite someone. */
export function PeoplePage() {
  const { t } = useTranslation(['start', 'common']);
  const queries = useQueryClient();
  const people = useQuery(queryOf('people:list'));
  const [dialog, setDialog] = useState<OpenDialog>({ is: 'none' });
  const close = () => setDialog({ is: 'none' });
  const sent = (person: Person, link: SentLink) => {
    setDialog({ is: 'sent', person, link });
    void invalidate(queries, 'people:list');
  };
  const invite = <Button onClick={() => setDialog({ is: 'invite' })}>{t('people.invite')}</Button>;

  return (
    <PageFrame title={t('people.title')} lead={t('people.lead')} actions={invite}>
      {people.isPending && <Loading />}
      {people.isError && <HttpErrorNote error={people.error} onRetry={() => void people.refetch()} />}
      {people.data !== undefined && (
        <table className={css['people']}>
          <thead>
            <tr>
              <th scope="col">{t('people.name')}</th>
              <th scope="col">{t('people.role')}</th>
              <th scope="col">{t('people.email')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {people.data.map((person) => (
              <PersonRow
                key={person.userId}
                person={person}
                asOf={people.dataUpdatedAt}
                onChange={() => setDialog({ is: 'change', person })}
                onSent={(link) => sent(person, link)}
              />
            ))}
          </tbody>
        </table>
      )}
      {people.data?.length === 1 && (
        <div className={css['next']}>
          <EmptyState title={t('people.alone')}>{t('people.aloneText')}</EmptyState>
        </div>
      )}
      {dialog.is === 'invite' && <PersonDialog onInvited={({ person, link }) => sent(person, link)} onClose={close} />}
      {dialog.is === 'change' && (
        <ChangePersonDialog person={dialog.person} onSent={(link) => sent(dialog.person, link)} onClose={close} />
      )}
      {dialog.is === 'sent' && <SentLinkDialog person={dialog.person} link={dialog.link} onClose={close} />}
    </PageFrame>
  );
}
