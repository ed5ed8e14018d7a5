import type { FamilyId, ParticipantId, SessionId } from '#shared/protocol/ids.ts';
import type { AgingRow } from './retentionRecords.ts';

/** A family whose key is gone and whose rows are not yet. */
export type HalfErased = { readonly familyId: FamilyId; readonly sessions: readonly SessionId[] };

/** An admin who confirms a request, or the server, by the rule that this admin set and on this day of the clinic. */
type Decision =
  | { readonly actor: 'admin'; readonly id: ParticipantId }
  | { readonly actor: 'server'; readonly ruleBy: ParticipantId; readonly today: string; readonly asRead: AgingRow };

export type Decided = { readonly by: Decision; readonly now: Date };

/** Removes everything about one family from the database, or the key of one recording. Rules ERA3, RET6. */
export type FamilyEraser = {
  /**
   * Destroys the key, and in the same transaction the keys of recordings, the links, devices and caregivers, and writes
   * the row of the audit. Undefined if nobody asks for it or it is not due anymore, or if a legal hold is set.
   */
  readonly begin: (familyId: FamilyId, decided: Decided) => Promise<HalfErased | undefined>;
  /** Removes every other row, in small steps, and what stays of them in the file. Safe to call twice. */
  readonly finish: (familyId: FamilyId, now: Date) => Promise<void>;
  /**
   * Destroys the key of a recording whose time is over, and writes the row of the audit in the same transaction. False
   * if it is not due anymore, or a legal hold is set. Its files are removed by the store of recordings.
   */
  readonly beginRecording: (
    recording: AgingRow & { readonly sessionId: SessionId },
    on: { readonly today: string; readonly now: Date },
  ) => Promise<boolean>;
  /** What a server that was killed, or a restored backup, left. */
  readonly unfinished: () => Promise<readonly HalfErased[]>;
};
