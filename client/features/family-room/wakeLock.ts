/** The part of a page that tells whether it is visible. */
export type SeenPage = Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;

/**
 * Keeps the screen on during a session. Browsers release the lock when the page is hidden, so it is requested again
 * each time the page is visible. Returns a stop function.
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
      // Refused, for example with a nearly empty battery. The session continues; the screen may dim.
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
