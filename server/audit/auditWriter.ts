import { isReading, SAME_DENIAL_MS, SAME_READING_MS } from '#shared/domain/audit/audited.ts';
import { createRecentlyUsed } from '#server/keys/recentlyUsed.ts';
import type { Time } from '#server/time/time.ts';
import type { AuditEntry } from './auditEntry.ts';
import type { AuditLog, DatedEntry } from './auditLog.ts';

/** How long a reading may wait for others to be written with it, in ms. */
const WAITS_MS = 1_000;
/** How many rows may wait while the disk takes none. */
const MOST_WAITING = 10_000;
const MOST_REMEMBERED = 20_000;

/** Writes into the audit what people do. Rule ADT2. */
export type AuditWriter = {
  /** Resolves when the row is on the disk, for what changes anything. Rejects if it is not; it is then tried again. */
  readonly write: (entry: AuditEntry) => Promise<void>;
  /** Written within a second, together with others. Throws if too many wait already: then nothing may be read. */
  readonly note: (entry: AuditEntry) => void;
  /** Writes what waits. */
  readonly close: () => Promise<void>;
};

type Ports = {
  readonly log: AuditLog;
  readonly time: Pick<Time, 'wallNow' | 'callAfter'>;
  /** False while the disk is known to be full. A small row that still fits must not make it look as if it had room. */
  readonly canSave: () => boolean;
  readonly report: (error: unknown) => void;
};

export function createAuditWriter({ log, time, canSave, report }: Ports): AuditWriter {
  const recent = createRecentlyUsed<string, number>(MOST_REMEMBERED);
  let waiting: DatedEntry[] = [];
  let writing: Promise<void> = Promise.resolve();
  let cancel: (() => void) | undefined;

  /** False if a recent row says the same. */
  function add(entry: AuditEntry): boolean {
    const now = time.wallNow();
    const forMs = sameForMs(entry);
    const key = forMs === 0 ? undefined : keyOf(entry);
    const since = key === undefined ? undefined : recent.get(key);
    if (since !== undefined && now >= since && now < since + forMs) return false;
    if (waiting.length >= MOST_WAITING) throw new Error('The audit cannot be written.');
    waiting.push({ ...entry, at: new Date(now).toISOString() });
    if (key !== undefined) recent.set(key, now);
    return true;
  }

  async function writeWaiting(): Promise<void> {
    const rows = waiting;
    if (rows.length === 0) return;
    waiting = [];
    try {
      await log.append(rows);
    } catch (error) {
      waiting = [...rows, ...waiting];
      soon();
      throw error;
    }
  }

  /** One batch after the other: what comes meanwhile is written with the next. */
  function flush(): Promise<void> {
    cancel?.();
    cancel = undefined;
    writing = writing.catch(() => undefined).then(writeWaiting);
    return writing;
  }

  function soon() {
    cancel ??= time.callAfter(WAITS_MS, () => {
      cancel = undefined;
      if (canSave()) flush().catch(report);
      else soon();
    });
  }

  return {
    async write(entry) {
      if (add(entry)) await flush();
    },
    note(entry) {
      if (add(entry)) soon();
    },
    async close() {
      try {
        await flush();
      } finally {
        cancel?.();
      }
    },
  };
}

/** How long the same act is the same row, in ms. 0: each is a row of its own. */
function sameForMs({ outcome, what }: AuditEntry): number {
  if (outcome === 'refused') return SAME_DENIAL_MS;
  return isReading(what) ? SAME_READING_MS : 0;
}

const keyOf = ({ actor, actorId, what, outcome, familyId, sessionId, subjectId }: AuditEntry) =>
  JSON.stringify([actor, actorId, what, outcome, familyId, sessionId, subjectId]);
