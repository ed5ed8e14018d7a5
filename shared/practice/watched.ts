import type { PracticeAttempt } from '#shared/protocol/practice.ts';

type Times = {
  /** When the attempt was opened and when it was handed in, both by the server's clock. */
  readonly openedAt: Date;
  readonly handedInAt: Date;
  readonly lengthMs: number;
};

/** Whether the clip could have been watched to its end: not where less time went by than it lasts. Rule PRA3. */
export function watchedOf({ openedAt, handedInAt, lengthMs }: Times): 'whole' | 'part' {
  return handedInAt.getTime() - openedAt.getTime() >= lengthMs ? 'whole' : 'part';
}

/** Whether an attempt is in the figures that stand for its coder. Those of before openings were noted stay in. Rule PRA3. */
export function countsForCoder({ watched }: Pick<PracticeAttempt, 'watched'>): boolean {
  return watched !== 'part';
}
