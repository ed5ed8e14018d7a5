import { useTranslation } from 'react-i18next';
import type { FamilyCounts } from '#shared/protocol/http/erasures.ts';

/** Says how much there is of a family. */
export function useCountWords(): (counts: FamilyCounts) => string {
  const { t } = useTranslation('erasures');
  return ({ sessions, recordings, entries }) =>
    [
      t('counts.sessions', { count: sessions }),
      t('counts.recordings', { count: recordings }),
      t('counts.entries', { count: entries }),
    ].join(', ');
}
