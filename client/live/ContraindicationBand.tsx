import type { Programme } from '#shared/domain/programmes/programme.ts';
import { ContraindicationWords } from './safety/ContraindicationWords.tsx';
import { Band } from './Band.tsx';
import { useQuietView } from './LiveContext.tsx';

/** Said as long as it holds, in every session of a programme that has time-out. Rule SEQ13. */
export function ContraindicationBand({ programme }: { readonly programme: Programme }) {
  const { contraindicated } = useQuietView().session.timeOut;
  if (contraindicated === null || programme.phases.every(({ sequence }) => sequence === undefined)) return null;
  return (
    <Band tone="caution">
      <ContraindicationWords is={contraindicated} />
    </Band>
  );
}
