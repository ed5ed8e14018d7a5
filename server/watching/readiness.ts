import type { StoreTrouble } from '#server/storage/storeFault.ts';

/** Why a server should get no new visitors now, in words for an operator. Nothing if it is ready. */
export function readiness(now: {
  readonly isClosing: boolean;
  readonly trouble: StoreTrouble | undefined;
}): readonly string[] {
  return [
    ...(now.isClosing ? ['The server is stopping.'] : []),
    ...(now.trouble === undefined ? [] : [`The store is in trouble: ${now.trouble}.`]),
  ];
}
