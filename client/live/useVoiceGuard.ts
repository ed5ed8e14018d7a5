import { useEffect } from 'react';
import { useLiveParts, useQuietView } from './LiveContext.tsx';

/**
 * Closes one's own voice whenever its purpose may be over: another phase, caregiver in play or lead, a lost connection,
 * the server's decision, or a hidden page.
 */
export function useVoiceGuard(): void {
  const { voice } = useLiveParts();
  const { session, self, connection } = useQuietView();
  const { phase, inPlay, lead } = session;
  const part = self?.part;
  const openInLog = self ? (session.participants[self.participantId]?.voiceOpen ?? false) : false;

  useEffect(() => voice.cut, [voice, phase, inPlay, lead, part, connection]);

  useEffect(() => {
    if (!openInLog) return;
    // The voice was open in the log; when that ends, it ends here. A newer attempt that waits for its answer continues.
    return () => {
      if (voice.getSnapshot().is === 'open') voice.cut();
    };
  }, [voice, openInLog]);

  useEffect(() => {
    const cutWhenHidden = () => {
      if (document.visibilityState === 'hidden') voice.cut();
    };
    window.addEventListener('blur', voice.cut);
    window.addEventListener('pagehide', voice.cut);
    document.addEventListener('visibilitychange', cutWhenHidden);
    return () => {
      window.removeEventListener('blur', voice.cut);
      window.removeEventListener('pagehide', voice.cut);
      document.removeEventListener('visibilitychange', cutWhenHidden);
    };
  }, [voice]);
}
