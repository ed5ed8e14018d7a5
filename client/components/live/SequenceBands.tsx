import { useTranslation } from 'react-i18next';
import type { Programme } from '#shared/domain/programmes/programme.ts';
import { Band } from './Band.tsx';
import { useSequence } from './useSequence.ts';

/** What somebody must know in the middle of a sequence, and what to do; the most pressing alone. Rules SEQ8 to SEQ12. */
export function SequenceBands({ programme }: { readonly programme: Programme }) {
  const { t } = useTranslation('console');
  const banner = useSequence(programme)?.banners.find((one) => one !== 'late-in-session');
  if (banner === undefined) return null;
  return (
    <Band tone="caution">
      <p role="alert">
        <strong>{t(`sequence.banner.${banner}.what`)}</strong> {t(`sequence.banner.${banner}.next`)}
      </p>
    </Band>
  );
}
