import type { Program } from '#shared/domain/programs/program.ts';
import { ContraindicationWords } from './safety/ContraindicationWords.tsx';
import { Band } from './Band.tsx';
import { useQuietView } from './LiveContext.tsx';

/** Shown while a contraindication applies, in every session of a program with time-out. Rule SEQ13. */
export function ContraindicationBand({ program }: { readonly program: Program }) {
  const { contraindicated } = useQuietView().session.timeOut;
  if (contraindicated === null || program.phases.every(({ sequence }) => sequence === undefined)) return null;
  return (
    <Band tone="caution">
      <ContraindicationWords is={contraindicated} />
    </Band>
  );
}
