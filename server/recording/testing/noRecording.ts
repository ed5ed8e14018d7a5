import { createMemoryRecordingStore } from '../memoryRecordingStore.ts';
import type { RecordingMeans } from '../recordingKeeper.ts';

/** A server without a recorder, for tests that record nothing. */
export function noRecording(): RecordingMeans {
  return { recorder: 'none', store: createMemoryRecordingStore(), minFreeBytes: 0 };
}
