import type { RecordingKeys } from '#server/recording/store/recordingKeys.ts';

/** One key for all that a store keeps, which lives as long as this process. */
export function keyInMemory(key: Buffer): RecordingKeys {
  return {
    make: async () => key,
    find: async () => key,
    destroy: async () => undefined,
    destroyed: async () => [],
  };
}
