import type { FactLog } from '#server/storage/factLog.ts';
import type { Measures } from './measures.ts';

/** A log that tells how long each append took. */
export function measuredLog(log: FactLog, now: () => number, { stored }: Pick<Measures, 'stored'>): FactLog {
  return {
    ...log,
    async append(...facts) {
      const began = now();
      await log.append(...facts);
      stored(now() - began);
    },
  };
}
