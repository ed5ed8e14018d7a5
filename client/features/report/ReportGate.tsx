import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '#client/api/http.ts';
import { ButtonLink } from '#client/ui/ButtonLink.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { sayRefusal } from '#client/ui/sayRefusal.tsx';
import { Why } from '#client/ui/Why.tsx';
import type { SessionId } from '#shared/protocol/ids.ts';
import css from './ReportGate.module.css';

type Props = { readonly sessionId: SessionId; readonly onOpened: () => Promise<unknown> };

/** Before a reader sees codes that they could still code independently: only they decide to see them. Rule REV1. */
export function ReportGate({ sessionId, onOpened }: Props) {
  const { t } = useTranslation('report');
  const open = useMutation({
    mutationFn: () => call('review:write', { sessionId, query: { after: 0 }, body: { type: 'review.open' } }),
    onSuccess: onOpened,
  });
  return (
    <section className={css['gate']}>
      <p>
        {t('gate.text')} <Why rule="REV1" about={t('gate.title')} />
      </p>
      {open.isError && (sayRefusal(open.error) ?? <HttpErrorNote error={open.error} />)}
      <div className={css['choices']}>
        <ButtonLink to="/session/$sessionId/review" params={{ sessionId }}>
          {t('gate.code')}
        </ButtonLink>
        <Button variant="default" loading={open.isPending} onClick={() => open.mutate()}>
          {t('gate.open')}
        </Button>
      </div>
    </section>
  );
}
