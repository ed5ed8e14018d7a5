import { randomBytes } from 'node:crypto';
import { aFolder } from '#server/storage/testing/aDatabase.ts';
import type { Db } from '#server/storage/openDatabase.ts';
import type { RecordingStore } from '../../recordingStore.ts';
import { createFileRecordingStore } from '../createFileRecordingStore.ts';
import { createRecordingKeys } from '../recordingKeys.ts';

/** Recordings in a folder that is deleted after the test. */
export async function aFileStore(
  db: Db,
  { folder = aFolder(), clinicKey = randomBytes(32), now = () => new Date('2026-03-02T09:00:00Z') } = {},
): Promise<RecordingStore> {
  return createFileRecordingStore(folder, createRecordingKeys(db, clinicKey, now));
}
