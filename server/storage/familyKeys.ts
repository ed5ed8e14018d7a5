import type { Transaction } from 'kysely';
import type { FamilyId, SessionId } from '#shared/protocol/ids.ts';
import type { FamilyKey } from '#server/keys/familyKey.ts';
import type { Db } from './db.ts';
import type { Tables } from './schema.ts';

/** The keys under which everything about a family is stored. Rule KEY1. */
export type FamilyKeys = {
  /**
   * Undefined for an unknown family and for one whose key was destroyed. Throws `Unreadable` if none of the clinic's
   * keys opens it. Within a transaction, it must read there.
   */
  readonly of: (familyId: FamilyId, within?: Pick<Db, 'selectFrom'>) => Promise<FamilyKey | undefined>;
  /** The keys of many families, without those that have none or whose key none of the clinic's keys opens. */
  readonly ofAll: (familyIds: Iterable<FamilyId>) => Promise<ReadonlyMap<FamilyId, FamilyKey>>;
  readonly ofSession: (sessionId: SessionId) => Promise<FamilyKey | undefined>;
  /** A new key, which is stored nowhere. */
  readonly make: (familyId: FamilyId) => FamilyKey;
  /**
   * Stores a new key, in the transaction that creates its family. A rotation of the clinic's key waits for that
   * transaction, so it either finds this key or was over before this one was wrapped.
   */
  readonly keep: (key: FamilyKey, within: Pick<Db, 'insertInto'>, now: Date) => Promise<void>;
  /**
   * Overwrites the key. From then on nothing that was stored about the family can be read. `also` changes more in the
   * same transaction; if it throws, the key stays.
   */
  readonly destroy: (
    familyId: FamilyId,
    now: Date,
    also?: (transaction: Transaction<Tables>) => Promise<void>,
  ) => Promise<void>;
};
