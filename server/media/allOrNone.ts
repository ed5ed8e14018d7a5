/** Waits for all of them. If one fails, closes the others and throws what it failed of. */
export async function allOrNone<T>(
  opening: readonly Promise<T>[],
  close: (opened: T) => Promise<void> | void,
): Promise<readonly T[]> {
  try {
    return await Promise.all(opening);
  } catch (error) {
    for (const one of await Promise.allSettled(opening)) {
      if (one.status === 'fulfilled') await close(one.value);
    }
    throw error;
  }
}
