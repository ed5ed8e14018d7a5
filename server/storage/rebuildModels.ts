import { foldFacts } from '#shared/session/foldFacts.ts';
import { MODEL_VERSION, sessionModel } from '#shared/session/model/sessionModel.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import type { Db } from './db.ts';
import type { FamilyKeys } from './familyKeys.ts';
import { inTransaction } from './inTransaction.ts';
import { readFacts } from './sqlFactLog.ts';
import { writeModel } from './sqlSessionModels.ts';

const PAGE = 500;

type Which = 'all' | 'outdated';
type Progress = (done: number) => void;

/**
 * Derives the models of sessions from their logs, also while a server writes: those that this version would derive in another
 * way or that are missing, or all. Resolves to how many that were.
 */
export async function rebuildModels(
  db: Db,
  keys: FamilyKeys,
  which: Which,
  onProgress: Progress = () => undefined,
): Promise<number> {
  let done = 0;
  for (let page: readonly SessionId[] = []; ;) {
    page = await selectSessions(db, which, page.at(-1));
    for (const sessionId of page) await rebuildModel(db, keys, sessionId);
    done += page.length;
    if (page.length > 0) onProgress(done);
    if (page.length < PAGE) return done;
  }
}

/** Only sessions in which something has happened. */
async function selectSessions(db: Db, which: Which, after: SessionId | undefined): Promise<readonly SessionId[]> {
  const rows = await db
    .selectFrom('coaching_sessions as session')
    .leftJoin('session_models as model', 'model.session_id', 'session.session_id')
    .select('session.session_id as sessionId')
    .where((build) =>
      build.exists(
        build.selectFrom('session_facts').whereRef('session_facts.session_id', '=', 'session.session_id').select('seq'),
      ),
    )
    .$if(after !== undefined, (query) => query.where('session.session_id', '>', after ?? null))
    .$if(which === 'outdated', (query) =>
      query.where((build) =>
        build.or([build('model.version', 'is', null), build('model.version', '!=', MODEL_VERSION)]),
      ),
    )
    .orderBy('session.session_id')
    .limit(PAGE)
    .execute();
  return rows.map(({ sessionId }) => sessionId);
}

async function rebuildModel(db: Db, keys: FamilyKeys, sessionId: SessionId): Promise<void> {
  const key = await keys.ofSession(sessionId);
  if (key === undefined) return;
  await inTransaction(db, async (transaction) => {
    const facts = await readFacts(transaction, key, sessionId);
    await writeModel(transaction, key, sessionId, sessionModel(sessionId, foldFacts(facts)));
  });
}
