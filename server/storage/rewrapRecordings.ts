import { sql } from 'kysely';
import type { FamilyId, SessionId } from '#shared/protocol/ids.ts';
import { ConfigError } from '#server/config/config.ts';
import type { ClinicKeys } from '#server/keys/clinicKeys.ts';
import type { FamilyKeys } from './familyKeys.ts';
import { openFormerRecordingKey } from './formerRecordingKey.ts';
import type { Db } from './db.ts';
import { placeOf } from './sealedColumns.ts';

type Wrapped = { readonly sessionId: SessionId; readonly familyId: FamilyId; readonly wrapped: string };

/**
 * Throws `ConfigError` if the clinic's keys open none of the recordings that an earlier version made, before any family
 * has a key: then the key that the earlier version had is missing, and the upgrade would hide that.
 */
export async function assertOpensRecordings(db: Db, clinicKeys: ClinicKeys): Promise<void> {
  const started = await db.selectFrom('family_keys').select('family_id').limit(1).execute();
  if (started.length > 0) return;
  const recordings = await selectFormer(db);
  if (recordings.length === 0 || recordings.some((recording) => open(clinicKeys, recording) !== undefined)) return;
  throw new ConfigError(
    `The clinic’s key opens none of its ${recordings.length} recordings, so it is another key than before. Nothing was encrypted yet. If the key was in RECORDING_KEY, set CLINIC_KEY to that value. If it was in a file, restore this recording.key from your backup, as clinic.key in the data folder or where CLINIC_KEY_FILE says.`,
  );
}

/**
 * Wraps the keys of recordings that an earlier version made by their family's key. Resolves to how many none of the
 * clinic's keys opens: these stay as they are.
 */
export async function rewrapRecordings(db: Db, clinicKeys: ClinicKeys, familyKeys: FamilyKeys): Promise<number> {
  const recordings = await selectFormer(db);
  const keys = await familyKeys.ofAll(recordings.map(({ familyId }) => familyId));
  let unreadable = 0;
  for (const recording of recordings) {
    const { sessionId, familyId } = recording;
    const recordingKey = open(clinicKeys, recording);
    if (recordingKey === undefined) unreadable += 1;
    const wrapped =
      recordingKey && keys.get(familyId)?.seal(placeOf('recordings.wrapped_key', sessionId), recordingKey);
    if (wrapped === undefined) continue;
    await db
      .updateTable('recordings')
      .set({ wrapped_key: wrapped })
      .where('session_id', '=', sessionId)
      // Not if it was erased meanwhile.
      .where('wrapped_key', 'is not', null)
      .execute();
  }
  return unreadable;
}

/** The recordings whose keys are wrapped by the clinic's key, as text. */
async function selectFormer(db: Db): Promise<readonly Wrapped[]> {
  const { rows } = await sql<Wrapped>`
    select session_id as "sessionId", family_id as "familyId", wrapped_key as wrapped
    from recordings join coaching_sessions using (session_id)
    where typeof(wrapped_key) = 'text'
  `.execute(db);
  return rows;
}

function open(clinicKeys: ClinicKeys, { sessionId, wrapped }: Wrapped): Buffer | undefined {
  for (const clinicKey of clinicKeys.all()) {
    const key = openFormerRecordingKey(clinicKey, sessionId, wrapped);
    if (key !== undefined) return key;
  }
  return undefined;
}
