import { useEffect } from 'react';
import { useLiveParts, useQuietView } from './LiveContext.tsx';

/**
 * Shuts one's own voice whenever what it was opened for may be over: another phase, another caregiver in play, another
 * lead, a lost connection, the server's word, or a page that nobody looks at any more.
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
    // The log had it open: when that ends, so does it here. A newer attempt that still waits for its answer goes on.
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
