import type { RecordingKeys } from '#server/recording/store/recordingKeys.ts';

/** One key for everything in a store. It exists only in this process. */
export function keyInMemory(key: Buffer): RecordingKeys {
  return {
    make: async () => key,
    find: async () => key,
    destroy: async () => undefined,
    destroyed: async () => [],
  };
}
