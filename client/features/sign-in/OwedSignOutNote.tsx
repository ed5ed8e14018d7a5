import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '#client/api/http.ts';
import { owedSignOut } from '#client/api/owedSignOut.ts';
import { ErrorNote } from '#client/ui/ErrorNote.tsx';

/** How long to wait before the server is asked again, in ms. */
const AGAIN_MS = 5_000;

/** Finishes a sign-out that the server did not answer, and says so until it has. */
export function OwedSignOutNote() {
  const { t } = useTranslation('signIn');
  const [isOwed, setOwed] = useState(owedSignOut.isOwed);

  useEffect(() => {
    if (!isOwed) return undefined;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function signOut() {
      try {
        // Somebody may have signed in on another page since.
        if (owedSignOut.isOwed()) await call('account:sign-out');
        owedSignOut.settle();
        if (!isOver) setOwed(false);
      } catch {
        if (!isOver) timer = setTimeout(() => void signOut(), AGAIN_MS);
      }
    }
    void signOut();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [isOwed]);

  return isOwed ? <ErrorNote happened={t('owed.happened')} kept={t('owed.kept')} next={t('owed.next')} /> : null;
}
