import { useTranslation } from 'react-i18next';
import { useLiveParts } from '#client/live/LiveContext.tsx';
import { useSendPrompt } from './useSendPrompt.ts';

/** Asks the parent by a prompt to check the earphones. Its text is that of the button on their screen. */
export function useAskEarCheck(): () => void {
  const { t } = useTranslation(['console', 'family']);
  const { messages } = useLiveParts();
  const send = useSendPrompt(false);
  return () =>
    void send(t('askCheck.prompt', { button: t('family:earphone.check') }), undefined).then((went) => {
      if (went) messages.say(t('askCheck.asked'));
    });
}
