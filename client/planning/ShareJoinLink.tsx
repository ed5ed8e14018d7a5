import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { call } from '#client/api/http.ts';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import type { SessionId } from '#shared/protocol/ids.ts';
import { EarlierJoinLinks } from './EarlierJoinLinks.tsx';
import { ShareLink } from './ShareLink.tsx';
import { copyText } from '#client/ui/useCopy.ts';

type Props = { readonly sessionId: SessionId; readonly onDone: () => void };

/** Makes one link for the family's device, copies it, and shows it as text and QR code. */
export function ShareJoinLink({ sessionId, onDone }: Props) {
  const { t } = useTranslation('planning');
  const { whenOf } = useClinicTime();
  const link = useQuery({
    queryKey: ['link', sessionId],
    queryFn: async () => {
      const made = await call('session-links:make', { sessionId });
      return { ...made, copied: await copyText(made.url) };
    },
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });

  if (link.isPending) return <Loading words={t('joinLink.making')} />;
  if (link.isError) return <HttpErrorNote error={link.error} onRetry={() => void link.refetch()} />;
  return (
    <ShareLink
      url={link.data.url}
      copiedAtOnce={link.data.copied}
      words={{
        copied: t('joinLink.copied'),
        notCopied: t('joinLink.notCopied'),
        address: t('joinLink.address'),
        lasts: t('joinLink.once', { when: whenOf(link.data.expiresAt) }),
        qr: t('joinLink.qr'),
        scan: t('joinLink.scan'),
      }}
      onDone={onDone}
    >
      <EarlierJoinLinks sessionId={sessionId} newest={link.data.linkId} />
    </ShareLink>
  );
}
