import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import { type Decide, wakeSession, type Written } from '#server/sessions/sessionActor.ts';
import { startSessionClock } from '#server/sessions/sessionClock.ts';
import { realTime } from '#server/sessions/time.ts';
import { dataFolderOf } from '#server/config.ts';
import { createClinic } from '#server/clinic/clinic.ts';
import { readServerTimeZone } from '#server/clinic/readServerTimeZone.ts';
import { migrate } from '#server/storage/migrate.ts';
import { openDatabase } from '#server/storage/openDatabase.ts';
import type { SessionRecord } from '#server/storage/records.ts';
import { createSqlFactLog } from '#server/storage/sqlFactLog.ts';
import { createSqlRecords } from '#server/storage/sqlRecords.ts';

/** The clinic's store as a command of the terminal uses it, whether or not a server runs on it. */
export type ClinicStore = {
  /** A session by its id, or by the start of it where no other begins so. */
  readonly findSession: (start: string) => Promise<Reply<SessionRecord>>;
  readonly stateOf: (sessionId: SessionId) => Promise<SessionState>;
  /** Writes to a closed session. A server that is awake in it takes the facts in when it next writes. */
  readonly write: (sessionId: SessionId, decide: Decide) => Promise<Reply<Written>>;
  /** The clinic's, in which exports have their days. */
  readonly timeZone: () => Promise<string>;
  readonly close: () => Promise<void>;
};

const NOT_CLOSED = fail('not-now', 'This session is not over yet.');

/** Opens the store in `EARSHOT_DATA`, or `./data`; none is made where there is none. */
export async function openClinicStore(env: NodeJS.ProcessEnv): Promise<Reply<ClinicStore>> {
  const folder = dataFolderOf(env);
  const file = join(folder, 'earshot.sqlite');
  if (!existsSync(file)) return fail('not-found', `There is no clinic in ${folder}. Name its folder in EARSHOT_DATA.`);
  const { db, close } = openDatabase(file);
  await migrate(db);
  const [records, log] = [createSqlRecords(db), createSqlFactLog(db)];
  const clinic = createClinic({ records, serverTimeZone: readServerTimeZone(), now: () => new Date() });

  return ok({
    async findSession(start) {
      const sessions = await records.listSessions();
      const [session, ...more] = sessions.filter(({ sessionId }) => sessionId.startsWith(start.toLowerCase()));
      if (session === undefined) return fail('not-found', `There is no session whose id begins with “${start}”.`);
      if (more.length === 0) return ok(session);
      return fail('invalid', `More than one session’s id begins with “${start}”. Type more of it.`);
    },

    stateOf: async (sessionId) => foldFacts(await log.read(sessionId)),

    async write(sessionId, decide) {
      const facts = await log.read(sessionId);
      const state = foldFacts(facts);
      if (state.phase !== 'closed') return NOT_CLOSED;
      const clock = startSessionClock(new Date(state.startedAt), facts.at(-1)?.at ?? 0, realTime);
      const actor = await wakeSession(sessionId, { log, clock, onFacts: () => undefined, report });
      try {
        return await actor.apply(decide);
      } finally {
        actor.close();
      }
    },

    timeZone: async () => (await clinic.card()).timeZone,

    close,
  });
}

/** A closed session has no alarm that could fail with nobody there to hear of it. */
function report(error: unknown): never {
  throw error;
}
