import { useTranslation } from 'react-i18next';
import type { PracticeAttempt } from '#shared/protocol/practice.ts';

/** What an attempt's figures have to be read with, each in a few words; none for a first attempt that was watched whole. */
export function useAttemptRemarks(): (attempt: PracticeAttempt) => readonly string[] {
  const { t } = useTranslation('practice');
  return ({ watched, knewKey }) => [
    ...(watched === 'whole' ? [] : [t(`remarks.${watched}`)]),
    ...(knewKey ? [t('remarks.knewKey')] : []),
  ];
}
