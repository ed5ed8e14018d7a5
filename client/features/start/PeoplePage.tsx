import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { peopleQuery } from '#client/api/clinicQueries.ts';
import { useMe } from '#client/api/me.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { PageFrame } from '#client/frame/PageFrame.tsx';
import css from './PeoplePage.module.css';
import { PersonDialog } from './PersonDialog.tsx';

/** Who can sign in at this clinic, and the way to add someone. */
export function PeoplePage() {
  const { t } = useTranslation(['start', 'common']);
  const me = useMe();
  const people = useQuery(peopleQuery);
  const [adding, setAdding] = useState(false);
  const add = <Button onClick={() => setAdding(true)}>{t('people.add')}</Button>;

  return (
    <PageFrame title={t('people.title')} lead={t('people.lead')} actions={add}>
      {people.isPending && <Loading />}
      {people.isError && <HttpErrorNote error={people.error} onRetry={() => void people.refetch()} />}
      {people.data !== undefined && (
        <table className={css['people']}>
          <thead>
            <tr>
              <th scope="col">{t('people.name')}</th>
              <th scope="col">{t('people.role')}</th>
              <th scope="col">{t('people.email')}</th>
            </tr>
          </thead>
          <tbody>
            {people.data.map(({ userId, name, role, email }) => (
              <tr key={userId}>
                <th scope="row">
                  {name} {userId === me.userId && <span className={css['you']}>{t('people.you')}</span>}
                </th>
                <td>{t(`common:role.${role}`)}</td>
                <td>{email}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {people.data?.length === 1 && (
        <div className={css['next']}>
          <EmptyState title={t('people.alone')}>{t('people.aloneText')}</EmptyState>
        </div>
      )}
      {adding && <PersonDialog onClose={() => setAdding(false)} />}
    </PageFrame>
  );
}
