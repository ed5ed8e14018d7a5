import { useEffect } from 'react';

/** While true, the browser asks before leaving, because what is on this page is saved nowhere else yet. */
export function useKeepOpen(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isNeeded]);
}
