import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryOf } from '#client/api/queryOf.ts';
import type { Person } from '#shared/protocol/http/people.ts';
import { useMe } from '#client/api/me.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { PageFrame } from '#client/frame/PageFrame.tsx';
import css from './PeoplePage.module.css';
import { ChangePersonDialog } from './ChangePersonDialog.tsx';
import { PersonDialog } from './PersonDialog.tsx';

/** Who can sign in at this clinic, and a form to add someone. */
export function PeoplePage() {
  const { t } = useTranslation(['start', 'common']);
  const me = useMe();
  const people = useQuery(queryOf('people:list'));
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState<Person>();
  const noteOf = ({ userId, isActive }: Person) => {
    if (!isActive) return t('people.inactive');
    return userId === me.userId ? t('people.you') : undefined;
  };
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
              <td />
            </tr>
          </thead>
          <tbody>
            {people.data.map((person) => (
              <tr key={person.userId}>
                <th scope="row">
                  {person.name} {noteOf(person) && <span className="aside">{noteOf(person)}</span>}
                </th>
                <td>{t(`common:role.${person.role}`)}</td>
                <td>{person.email}</td>
                <td>
                  {person.userId !== me.userId && (
                    <Button
                      variant="default"
                      size="xs"
                      aria-label={t('people.changeOf', { name: person.name })}
                      onClick={() => setChanging(person)}
                    >
                      {t('people.change')}
                    </Button>
                  )}
                </td>
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
      {changing && <ChangePersonDialog person={changing} onClose={() => setChanging(undefined)} />}
    </PageFrame>
  );
}
