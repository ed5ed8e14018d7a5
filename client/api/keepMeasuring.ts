/** How often the clock is measured again, in ms: quartz drifts by some ms an hour. */
const RESYNC_EVERY_MS = 30_000;

/** Measures again now and then, and when the page is looked at again: a machine may have slept. Returns how to stop. */
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
