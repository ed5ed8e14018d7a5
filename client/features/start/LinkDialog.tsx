import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { postJson } from '#client/api/http.ts';
import { Dialog } from '#client/components/Dialog.tsx';
import { HttpErrorNote } from '#client/components/HttpErrorNote.tsx';
import { Loading } from '#client/components/Loading.tsx';
import { QrCode } from '#client/components/QrCode.tsx';
import { formatWhen } from '#client/i18n/formatWhen.ts';
import { JoinLink, ROUTES, type SessionSummary } from '#shared/protocol/http.ts';
import css from './LinkDialog.module.css';
import { useCopy } from './useCopy.ts';

type Props = { readonly session: SessionSummary; readonly onClose: () => void };

/** Makes one link for the family's device, copies it, and shows it as text and as a code to scan. */
export function LinkDialog({ session, onClose }: Props) {
  const { t } = useTranslation('start');
  const { copied, copy } = useCopy();
  const link = useQuery({
    queryKey: ['link', session.sessionId],
    queryFn: async () => {
      const made = await postJson(ROUTES.sessionLinks(session.sessionId), {}, JoinLink);
      await copy(made.url);
      return made;
    },
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });

  return (
    <Dialog title={t('link.title', { family: session.familyName })} onClose={onClose}>
      {link.isPending && <Loading words={t('link.making')} />}
      {link.isError && <HttpErrorNote error={link.error} onRetry={() => void link.refetch()} />}
      {link.isSuccess && (
        <div className={css['link']}>
          <p role="status" className={css['copied']}>
            {t(copied ? 'link.copied' : 'link.notCopied')}
          </p>
          <TextInput
            readOnly
            value={link.data.url}
            aria-label={t('link.address')}
            onFocus={(event) => event.currentTarget.select()}
          />
          <p className={css['quiet']}>{t('link.once', { when: formatWhen(new Date(link.data.expiresAt)) })}</p>
          <div className={css['scan']}>
            <QrCode text={link.data.url} label={t('link.qr')} />
            <p className={css['quiet']}>{t('link.scan')}</p>
          </div>
          <div className={css['buttons']}>
            <Button variant="default" onClick={() => void copy(link.data.url)}>
              {t('link.copy')}
            </Button>
            <Button onClick={onClose} data-autofocus>
              {t('link.done')}
            </Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
