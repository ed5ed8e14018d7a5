/** How often the clock is measured again, in ms. Quartz clocks drift by some ms an hour. */
const RESYNC_EVERY_MS = 30_000;

/** Measures again at intervals and when the page becomes visible, because the machine may have slept. */
export function keepMeasuring(measure: () => void): () => void {
  const timer = setInterval(measure, RESYNC_EVERY_MS);
  const onWake = () => {
    if (document.visibilityState === 'visible') measure();
  };
  const hasPage = typeof document !== 'undefined';
  if (hasPage) document.addEventListener('visibilitychange', onWake);
  return () => {
    clearInterval(timer);
    if (hasPage) document.removeEventListener('visibilitychange', onWake);
  };
}
