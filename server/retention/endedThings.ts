import { setImmediate as restOfTheLoop } from 'node:timers/promises';
import { ENDED_KEPT_DAYS } from '#shared/domain/retention/retentionRules.ts';
import { ENDED_KINDS, type EndedKind } from '#server/storage/endedRows.ts';
import type { Records } from '#server/storage/records.ts';

const DAY_MS = 24 * 3_600_000;

type Ports = {
  readonly records: Pick<Records, 'removeEnded'>;
  readonly isClosed: () => boolean;
  /** Told of each kind that cannot be removed. The others are removed all the same. */
  readonly report: (error: unknown) => void;
};

/** Removes what ended long ago in small steps, between which live sessions have their turn. Rule RET8. */
export async function removeEndedThings({ records, isClosed, report }: Ports, now: Date): Promise<void> {
  const before = new Date(now.getTime() - ENDED_KEPT_DAYS * DAY_MS);
  const removeAll = async (kind: EndedKind) => {
    while (!isClosed() && (await records.removeEnded(kind, before))) await restOfTheLoop();
  };
  for (const kind of ENDED_KINDS) await removeAll(kind).catch(report);
}
