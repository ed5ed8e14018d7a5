import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { ShareLink } from '#client/planning/ShareLink.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { DialogButtons } from '#client/ui/DialogButtons.tsx';
import { ErrorNote } from '#client/ui/ErrorNote.tsx';
import type { SentLink } from '#shared/protocol/http/accountLinks.ts';
import type { Person } from '#shared/protocol/http/people.ts';

type Props = {
  readonly person: Pick<Person, 'name' | 'email'>;
  readonly link: SentLink;
  readonly onClose: () => void;
};

/** Where a person's link went. A link to hand over is shown this once. */
export function SentLinkDialog({ person: { name, email }, link, onClose }: Props) {
  const { t } = useTranslation(['start', 'planning']);
  const { whenOf } = useClinicTime();
  const when = whenOf(link.expiresAt);
  if (link.by === 'mail') {
    return (
      <Dialog title={t('people.link.sentTitle')} onClose={onClose}>
        <p role="status">{t('people.link.sent', { name, email, when })}</p>
        <DialogButtons>
          <Button onClick={onClose} data-autofocus>
            {t('planning:link.done')}
          </Button>
        </DialogButtons>
      </Dialog>
    );
  }
  return (
    <Dialog title={t('people.link.title', { name })} onClose={onClose}>
      {link.mailFailed && (
        <ErrorNote happened={t('people.link.notSent', { email })} next={t('people.link.notSentNext')} />
      )}
      <ShareLink
        url={link.url}
        copiedAtOnce={false}
        words={{
          copied: t('people.link.copied'),
          notCopied: t('people.link.handOver', { name }),
          address: t('people.link.address', { name }),
          lasts: t('people.link.once', { when }),
          qr: t('people.link.qr', { name }),
          scan: t('people.link.scan', { name }),
        }}
        onDone={onClose}
      />
    </Dialog>
  );
}
