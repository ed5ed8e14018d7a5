import { useTranslation } from 'react-i18next';
import { gapTitle } from '#shared/domain/gapCauses.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import type { SequenceBanner } from '#shared/session/sequence/sequenceView.ts';
import { Band } from './Band.tsx';
import { CallButton } from './CallButton.tsx';
import { useSequence } from './useSequence.ts';

/** Events in which the parent may have to be called. */
const MAY_TAKE_A_CALL: readonly SequenceBanner[] = ['interrupted', 'many-escapes', 'very-long', 'long-procedure'];

/** The most urgent notice about a running sequence, and what to do. Rules SEQ8 to SEQ12. */
export function SequenceBands({ program, onCall }: { readonly program: Program; readonly onCall?: () => void }) {
  const { t } = useTranslation('console');
  const sequence = useSequence(program);
  const banner = sequence?.banners.find((one) => one !== 'late-in-session');
  if (sequence === undefined || banner === undefined) return null;
  return (
    <Band tone="caution">
      <p role="alert">
        <strong>{t(`sequence.banner.${banner}.what`, { lost: gapTitle(sequence.lost) })}</strong>{' '}
        {t(`sequence.banner.${banner}.next`)}
      </p>
      {onCall && MAY_TAKE_A_CALL.includes(banner) && <CallButton onCall={onCall} />}
    </Band>
  );
}
