/** A page, as far as it matters whether anybody can see it. */
export type SeenPage = Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;

/**
 * Keeps the screen on while a session lasts. A browser lets go of the lock whenever the page is hidden, so it is asked
 * for again each time the page is seen. Returns how to stop.
 */
export function keepScreenOn(wakeLock: Pick<WakeLock, 'request'> | undefined, page: SeenPage): () => void {
  let lock: WakeLockSentinel | undefined;
  let isStopped = false;

  async function acquire() {
    if (wakeLock === undefined || page.visibilityState !== 'visible') return;
    try {
      const held = await wakeLock.request('screen');
      if (isStopped) void held.release();
      else lock = held;
    } catch {
      // Refused, for instance with a nearly empty battery. The session goes on; the screen may dim.
    }
  }

  const onVisible = () => void acquire();
  page.addEventListener('visibilitychange', onVisible);
  void acquire();
  return () => {
    isStopped = true;
    page.removeEventListener('visibilitychange', onVisible);
    void lock?.release();
  };
}
