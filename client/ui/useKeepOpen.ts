import { useEffect } from 'react';

/** While this is true, the browser asks before it lets somebody leave: what is on this page is nowhere else yet. */
export function useKeepOpen(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isNeeded]);
}
