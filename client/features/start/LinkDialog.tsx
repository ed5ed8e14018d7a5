import { useTranslation } from 'react-i18next';
import { Dialog } from '#client/ui/Dialog.tsx';
import { ShareJoinLink } from '#client/planning/ShareJoinLink.tsx';
import type { SessionSummary } from '#shared/protocol/http/sessions.ts';

type Props = { readonly session: SessionSummary; readonly onClose: () => void };

/** A link for the family's device. */
export function LinkDialog({ session, onClose }: Props) {
  const { t } = useTranslation('start');
  return (
    <Dialog title={t('link.title', { family: session.familyName })} onClose={onClose}>
      <ShareJoinLink sessionId={session.sessionId} onDone={onClose} />
    </Dialog>
  );
}
