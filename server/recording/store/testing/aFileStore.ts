import { aFolder } from '#server/storage/testing/aDatabase.ts';
import { aClinicKey, keysOf } from '#server/storage/testing/keysOf.ts';
import type { Db } from '#server/storage/db.ts';
import type { RecordingStore } from '../../recordingStore.ts';
import { createFileRecordingStore } from '../createFileRecordingStore.ts';
import { createRecordingKeys } from '../recordingKeys.ts';

/** Recordings in a folder that is deleted after the test. */
export async function aFileStore(
  db: Db,
  { folder = aFolder(), clinicKey = aClinicKey(), now = () => new Date('2026-03-02T09:00:00Z') } = {},
): Promise<RecordingStore> {
  return createFileRecordingStore(folder, createRecordingKeys(db, keysOf(db, clinicKey), now));
}
