import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { ShareLink } from '#client/planning/ShareLink.tsx';
import { copyText } from '#client/ui/useCopy.ts';
import { formatDate } from '#client/i18n/formatWhen.ts';
import type { CaregiverCourse } from '#shared/course/courseView.ts';
import { EarlierDiaryLinks } from './EarlierDiaryLinks.tsx';
import { useFamilyScreen } from '../FamilyScreen.tsx';
import { call } from '#client/api/http.ts';

type Props = { readonly caregiver: CaregiverCourse; readonly onClose: () => void };

/** Makes the link that turns a caregiver's phone into their diary. */
export function DiaryLinkDialog({ caregiver: { caregiverId, name }, onClose }: Props) {
  const { t } = useTranslation('families');
  const { dayOf } = useClinicTime();
  const { familyId } = useFamilyScreen().record.family;
  const link = useQuery({
    queryKey: ['diary-link', caregiverId],
    queryFn: async () => {
      const made = await call('diary-links:make', { familyId, body: { caregiverId } });
      return { ...made, copied: await copyText(made.url) };
    },
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
  return (
    <Dialog title={t('diary.title', { name })} onClose={onClose}>
      {link.isPending && <Loading words={t('diary.making')} />}
      {link.isError && <HttpErrorNote error={link.error} onRetry={() => void link.refetch()} />}
      {link.isSuccess && (
        <ShareLink
          url={link.data.url}
          copiedAtOnce={link.data.copied}
          words={{
            copied: t('diary.copied', { name }),
            notCopied: t('diary.notCopied', { name }),
            address: t('diary.address'),
            lasts: t('diary.lasts', { when: formatDate(dayOf(link.data.expiresAt)) }),
            qr: t('diary.qr'),
            scan: t('diary.scan'),
          }}
          onDone={onClose}
        >
          <EarlierDiaryLinks caregiverId={caregiverId} newest={link.data.linkId} />
        </ShareLink>
      )}
    </Dialog>
  );
}
