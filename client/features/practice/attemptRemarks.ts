import { useTranslation } from 'react-i18next';
import type { PracticeAttempt } from '#shared/protocol/practice.ts';

/** Remarks about an attempt's figures, in a few words each. Empty for a first attempt watched to the end. */
export function useAttemptRemarks(): (attempt: PracticeAttempt) => readonly string[] {
  const { t } = useTranslation('practice');
  return ({ watched, knewKey }) => [
    ...(watched === 'whole' ? [] : [t(`remarks.${watched}`)]),
    ...(knewKey ? [t('remarks.knewKey')] : []),
  ];
}
