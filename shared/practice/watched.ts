import type { PracticeAttempt } from '#shared/protocol/practice.ts';

type Times = {
  /** By the server's clock, like `submittedAt`. */
  readonly openedAt: Date;
  readonly submittedAt: Date;
  readonly lengthMs: number;
};

/** Whether the clip could have been watched to its end. It could not if less time passed than it lasts. Rule PRA3. */
export function watchedOf({ openedAt, submittedAt, lengthMs }: Times): 'whole' | 'part' {
  return submittedAt.getTime() - openedAt.getTime() >= lengthMs ? 'whole' : 'part';
}

/** Whether an attempt counts in its coder's figures. Attempts from before openings were recorded count. Rule PRA3. */
export function countsForCoder({ watched }: Pick<PracticeAttempt, 'watched'>): boolean {
  return watched !== 'part';
}
