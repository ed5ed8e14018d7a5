import type { Program } from '#shared/domain/programs/program.ts';
import type { ComparedWindow } from '#shared/domain/reliability/coderTrend.ts';
import { type CoderPair, comparePair } from './reliabilityOf.ts';

/** A pair as one point of a coder's trend over sessions: by the tolerance that holds unless another is chosen, no lag taken out. */
export function comparedWindow(pair: CoderPair, program: Program, startedAt: string): ComparedWindow {
  const { eventAgreement, byCode } = comparePair(pair, program);
  const { windowId, reference, trainee, independent, medium } = pair;
  return {
    id: `${windowId} ${reference.id} ${trainee.id}`,
    startedAt,
    eventAgreement,
    independent,
    medium,
    counts: byCode.map((count) => ({ code: count.code, reference: count.reference, trainee: count.trainee })),
  };
}
