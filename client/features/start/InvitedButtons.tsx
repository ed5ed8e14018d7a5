import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '#client/api/http.ts';
import { invalidate } from '#client/api/queryOf.ts';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import type { SentLink } from '#shared/protocol/http/accountLinks.ts';
import type { Person } from '#shared/protocol/http/people.ts';
import css from './PeoplePage.module.css';

type Props = { readonly person: Person; readonly onSent: (link: SentLink) => void };

/** What an admin can do about an invitation that was not accepted yet. */
export function InvitedButtons({ person: { userId, name }, onSent }: Props) {
  const { t } = useTranslation('start');
  const queries = useQueryClient();
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  async function run(act: () => Promise<unknown>): Promise<void> {
    setFailure(undefined);
    setBusy(true);
    try {
      await act();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
      await invalidate(queries, 'people:list');
    }
  }

  return (
    <>
      <div className={css['buttons']}>
        <Button
          variant="default"
          size="xs"
          disabled={busy}
          aria-label={t('people.sendAgainTo', { name })}
          onClick={() => void run(async () => onSent(await call('people:send-link', { userId })))}
        >
          {t('people.sendAgain')}
        </Button>
        <Button
          variant="default"
          size="xs"
          disabled={busy}
          aria-label={t('people.withdrawFrom', { name })}
          onClick={() => void run(() => call('people:withdraw', { userId }))}
        >
          {t('people.withdraw')}
        </Button>
      </div>
      {failure === undefined ? null : <HttpErrorNote error={failure} />}
    </>
  );
}
