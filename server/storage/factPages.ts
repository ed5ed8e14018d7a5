import { setImmediate as restOfTheLoop } from 'node:timers/promises';
import type { Fact } from '#shared/protocol/facts.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import type { FamilyKey } from '#server/keys/familyKey.ts';
import type { Db } from './db.ts';
import { placeOf } from './sealedColumns.ts';

/** How many facts are on a page. A page is encrypted, or read, within a few ms. */
export const PAGE_FACTS = 1_000;

/** Rises when facts are read in another way, or when the same facts fold into another state. What is older is not used. */
export const PAGE_VERSION = 1;

/** The facts of a log from its first on, as far as they are on pages. This version wrote them, so they are as it reads them. */
export async function readPages(db: Pick<Db, 'selectFrom'>, key: FamilyKey, sessionId: SessionId): Promise<Fact[]> {
  const pages = await db
    .selectFrom('session_fact_pages')
    .select(['from_seq as fromSeq', 'facts'])
    .where('session_id', '=', sessionId)
    .where('version', '=', PAGE_VERSION)
    .orderBy('from_seq')
    .execute();
  const facts: Fact[] = [];
  for (const { fromSeq, facts: sealed } of pages) {
    if (fromSeq !== facts.length + 1) break;
    facts.push(
      ...(JSON.parse(key.openText(placeOf('session_fact_pages.facts', sessionId, fromSeq), sealed)) as Fact[]),
    );
    await restOfTheLoop();
  }
  return facts;
}

/** Writes the full pages of a whole log that are missing, and its state. Safe to call twice, also on two nodes. */
export async function keepPages(
  db: Db,
  key: FamilyKey,
  sessionId: SessionId,
  { facts, state }: { readonly facts: readonly Fact[]; readonly state: SessionState },
): Promise<void> {
  const rows = await db
    .selectFrom('session_fact_pages')
    .select(['from_seq', 'version'])
    .where('session_id', '=', sessionId)
    .execute();
  const known = new Set(rows.filter(({ version }) => version === PAGE_VERSION).map((row) => row.from_seq));
  if (known.size < rows.length) {
    await db
      .deleteFrom('session_fact_pages')
      .where('session_id', '=', sessionId)
      .where('version', '<>', PAGE_VERSION)
      .execute();
  }
  for (let at = 0; at + PAGE_FACTS <= facts.length; at += PAGE_FACTS) {
    const from_seq = at + 1;
    if (known.has(from_seq)) continue;
    const text = JSON.stringify(facts.slice(at, at + PAGE_FACTS));
    const sealed = key.seal(placeOf('session_fact_pages.facts', sessionId, from_seq), text);
    await db
      .insertInto('session_fact_pages')
      .values({ session_id: sessionId, from_seq, version: PAGE_VERSION, facts: sealed })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await restOfTheLoop();
  }
  const row = {
    ...{ seq: state.seq, version: PAGE_VERSION },
    state: key.seal(placeOf('session_states.state', sessionId), JSON.stringify(state)),
  };
  await db
    .insertInto('session_states')
    .values({ session_id: sessionId, ...row })
    .onConflict((conflict) => conflict.column('session_id').doUpdateSet(row))
    .execute();
}

/** A state from which the later facts can be folded. Undefined if none is kept. */
export async function readState(
  db: Pick<Db, 'selectFrom'>,
  key: FamilyKey,
  sessionId: SessionId,
): Promise<SessionState | undefined> {
  const row = await db
    .selectFrom('session_states')
    .select('state')
    .where('session_id', '=', sessionId)
    .where('version', '=', PAGE_VERSION)
    .executeTakeFirst();
  return row && (JSON.parse(key.openText(placeOf('session_states.state', sessionId), row.state)) as SessionState);
}
