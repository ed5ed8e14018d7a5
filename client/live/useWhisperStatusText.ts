import { useTranslation } from 'react-i18next';
import { useKeyLabel } from './keys/keySettings.ts';
import type { WhisperStatus } from './whisperStatus.ts';

/** Who hears the coach, or would if the microphone were open, or why nobody does, in a sentence. */
export function useWhisperStatusText(): (status: WhisperStatus, isOpen?: boolean) => string {
  const { t } = useTranslation('console');
  const keyOf = useKeyLabel();
  return (status, isOpen = false) => {
    if (status.is === 'shut')
      return t(`voice.shut.${status.why}`, { name: 'name' in status ? status.name : '', pauseKey: keyOf('p') });
    const family = status.family.map(({ name }) => t('voice.earphones', { name }));
    const staff = status.staff > 0 ? [t('voice.supervisors', { count: status.staff })] : [];
    return t(isOpen ? 'voice.heardBy' : 'voice.opensTo', { people: joined([...family, ...staff], t('voice.and')) });
  };
}

function joined(parts: readonly string[], and: string): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${and} ${last}`;
}
