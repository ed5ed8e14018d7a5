import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { phaseName } from '#shared/session/observing.ts';
import { changesToAnnounce } from './announceChanges.ts';
import { useLiveParts } from './LiveContext.tsx';

/** Announces events of the session politely, and shows each refused press once. */
export function useAnnouncements(): void {
  const { t } = useTranslation(['console', 'common']);
  const { live, messages } = useLiveParts();

  useEffect(() => {
    let before = live.getSnapshot();
    return live.subscribe(() => {
      const after = live.getSnapshot();
      const changes = changesToAnnounce(before, after);
      before = after;
      for (const change of changes) {
        switch (change.type) {
          case 'phase':
            messages.say(t('newPhase', { phase: t(`common:phase.${phaseName(after.session)}`) }));
            break;
          case 'knock':
            messages.say(t('knock.waiting', { name: change.name }));
            break;
          case 'prompt':
            messages.say(t('prompts.delivered', { outcome: t(`prompts.${change.outcome}`), text: change.text }));
            break;
          case 'refused':
            messages.fail(
              t(`codes.refused.${change.press.kind}`, {
                code: change.press.kind === 'code' ? change.press.code : '',
                message: change.message,
              }),
            );
        }
      }
    });
  }, [live, messages, t]);
}
