import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { LinkToGive } from '#client/planning/LinkToGive.tsx';
import { copyText } from '#client/planning/useCopy.ts';
import type { SessionSummary } from '#shared/protocol/http/sessions.ts';
import { call } from '#client/api/http.ts';

type Props = { readonly session: SessionSummary; readonly onClose: () => void };

/** Makes one link for the family's device, copies it, and shows it as text and as a code to scan. */
export function LinkDialog({ session, onClose }: Props) {
  const { t } = useTranslation('start');
  const { whenOf } = useClinicTime();
  const link = useQuery({
    queryKey: ['link', session.sessionId],
    queryFn: async () => {
      const made = await call('session-links:make', { sessionId: session.sessionId });
      return { ...made, copied: await copyText(made.url) };
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
        <LinkToGive
          url={link.data.url}
          copiedAtOnce={link.data.copied}
          words={{
            copied: t('link.copied'),
            notCopied: t('link.notCopied'),
            address: t('link.address'),
            lasts: t('link.once', { when: whenOf(link.data.expiresAt) }),
            qr: t('link.qr'),
            scan: t('link.scan'),
          }}
          onDone={onClose}
        />
      )}
    </Dialog>
  );
}
