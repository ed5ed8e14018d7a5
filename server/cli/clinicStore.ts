import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Audited } from '#shared/domain/audit/audited.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import type { SessionId } from '#shared/protocol/ids.ts';
import { foldFacts } from '#shared/session/foldFacts.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import { recordingsFolderOf } from '#server/config/config.ts';
import { type Decide, wakeSession, type Written } from '#server/sessions/sessionActor.ts';
import { startSessionClock } from '#server/sessions/sessionClock.ts';
import { realTime } from '#server/time/time.ts';
import { createClinic } from '#server/clinic/clinic.ts';
import { readServerTimeZone } from '#server/clinic/readServerTimeZone.ts';
import { type MakeFile, openRecordingFiles } from '#server/exports/recording/recordingFiles.ts';
import { findFfmpeg } from '#server/processes/findFfmpeg.ts';
import type { StoredTake } from '#server/recording/recordingStore.ts';
import { createFileRecordingStore } from '#server/recording/store/createFileRecordingStore.ts';
import { createRecordingKeys } from '#server/recording/store/recordingKeys.ts';
import type { Db } from '#server/storage/db.ts';
import type { FactLog } from '#server/storage/factLog.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import type { FamilyKeys } from '#server/storage/familyKeys.ts';
import { type ConsentDesk, createConsentDesk } from '#server/consents/consentDesk.ts';
import { createSqlFamilyLog } from '#server/storage/sqlFamilyLog.ts';
import { createSqlAuditLog } from '#server/storage/sqlAuditLog.ts';
import { createSqlFactLog } from '#server/storage/sqlFactLog.ts';
import { createSqlRecords } from '#server/storage/sqlRecords.ts';
import { openClinicData } from './openClinicData.ts';

/** The clinic's store for terminal commands, whether or not a server runs on it. */
export type ClinicStore = {
  /** A session by its id, or by the start of it if no other id begins so. */
  readonly findSession: (start: string) => Promise<Reply<SessionRecord>>;
  readonly stateOf: (sessionId: SessionId) => Promise<SessionState>;
  readonly log: Pick<FactLog, 'read'>;
  readonly consents: ConsentDesk;
  /**
   * Writes to a closed session, and into the audit what that was. A server that has the session awake reads the facts
   * when it next writes.
   */
  readonly write: (sessionId: SessionId, what: Audited, decide: Decide) => Promise<Reply<Written>>;
  readonly takesOf: (sessionId: SessionId) => Promise<readonly StoredTake[]>;
  /** Makes a recording into one file. Undefined without ffmpeg, or if nothing was ever recorded. */
  readonly makeFile: MakeFile | undefined;
  readonly timeZone: () => Promise<string>;
  readonly close: () => Promise<void>;
};

const NOT_CLOSED = fail('not-now', 'This session is not over yet.');

/** Opens the store in `EARSHOT_DATA` or `./data`. Creates nothing if there is none. */
export async function openClinicStore(env: NodeJS.ProcessEnv): Promise<Reply<ClinicStore>> {
  const opened = await openClinicData(env);
  if (!opened.ok) return opened;
  const { db, familyKeys, close } = opened.value;
  const [records, log] = [createSqlRecords(db, familyKeys), createSqlFactLog(db, familyKeys)];
  const recorded = await openRecorded(env, db, familyKeys);
  const audit = createSqlAuditLog(db);

  /** Rule ADT1. */
  async function noteAudit(what: Audited, sessionId: SessionId) {
    const familyId = (await records.findSession(sessionId))?.familyId ?? null;
    const by = { actor: 'terminal', actorId: null, subjectId: null } as const;
    await audit.append([{ at: new Date().toISOString(), ...by, what, outcome: 'done', familyId, sessionId }]);
  }
  const clinic = createClinic({ records, serverTimeZone: readServerTimeZone(), now: () => new Date() });

  return ok({
    async findSession(start) {
      const [session, ...more] = await records.findSessionsByStartOfId(start.toLowerCase());
      if (session === undefined) return fail('not-found', `There is no session whose id begins with “${start}”.`);
      if (more.length === 0) return ok(session);
      return fail('invalid', `More than one session’s id begins with “${start}”. Type more of it.`);
    },

    log,
    consents: createConsentDesk({ factsOf: createSqlFamilyLog(db, familyKeys).read, clinic }),
    stateOf: async (sessionId) => foldFacts(await log.read(sessionId)),

    async write(sessionId, what, decide) {
      const facts = await log.read(sessionId);
      const state = foldFacts(facts);
      if (state.phase !== 'closed') return NOT_CLOSED;
      const clock = startSessionClock(new Date(state.startedAt), facts.at(-1)?.at ?? 0, realTime);
      const actor = await wakeSession(sessionId, facts, { log, clock, report });
      try {
        const written = await actor.apply(decide);
        if (written.ok) await noteAudit(what, sessionId);
        return written;
      } finally {
        await actor.close();
      }
    },

    takesOf: async (sessionId) => recorded?.store.list(sessionId) ?? [],
    makeFile: recorded?.makeFile,

    timeZone: async () => (await clinic.card()).timeZone,

    close: async () => {
      await recorded?.close();
      await close();
    },
  });
}

/** The recordings of the clinic, if any. A file made from them is encrypted and deleted when the command ends. */
async function openRecorded(env: NodeJS.ProcessEnv, db: Db, familyKeys: FamilyKeys) {
  const recordings = recordingsFolderOf(env);
  if (!existsSync(recordings)) return undefined;
  const keys = createRecordingKeys(db, familyKeys, () => new Date());
  const store = await createFileRecordingStore(recordings, keys);
  const ffmpeg = findFfmpeg(env);
  const exports = await mkdtemp(join(tmpdir(), 'earshot-export-'));
  const makeFile = ffmpeg === undefined ? undefined : await openRecordingFiles({ recordings, exports, keys, ffmpeg });
  return { store, makeFile, close: () => rm(exports, { recursive: true, force: true }) };
}

/** A closed session has no alarm, so nothing can fail outside a call. */
function report(error: unknown): never {
  throw error;
}
