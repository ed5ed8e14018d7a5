import { useTranslation } from 'react-i18next';
import { useKeyLabel } from './keys/keySettings.ts';
import type { WhisperDoor } from './whisperDoor.ts';

/** Who hears the coach, or would if their microphone were open, or why nobody does, in a sentence. */
export function useDoorWords(): (door: WhisperDoor, isOpen?: boolean) => string {
  const { t } = useTranslation('console');
  const keyOf = useKeyLabel();
  return (door, isOpen = false) => {
    if (door.is === 'shut')
      return t(`voice.shut.${door.why}`, { name: 'name' in door ? door.name : '', pauseKey: keyOf('p') });
    const family = door.family.map(({ name }) => t('voice.earphones', { name }));
    const staff = door.staff > 0 ? [t('voice.supervisors', { count: door.staff })] : [];
    return t(isOpen ? 'voice.heardBy' : 'voice.opensTo', { people: joined([...family, ...staff], t('voice.and')) });
  };
}

function joined(parts: readonly string[], and: string): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${and} ${last}`;
}
