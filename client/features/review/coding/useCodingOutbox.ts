import { useEffect, useState, useSyncExternalStore } from 'react';
import { problemOf } from '#client/api/http.ts';
import { browserPressStore } from '#client/api/pressStore.ts';
import type { CodingId } from '#shared/protocol/ids.ts';
import type { ReviewEntry } from '#shared/protocol/review.ts';
import { type CodingOutbox, openCodingOutbox } from './codingOutbox.ts';

/** The outbox of a second coding in this browser. Sends while its screen is open. */
export function useCodingOutbox(codingId: CodingId, enter: (entry: ReviewEntry) => Promise<void>) {
  const [outbox] = useState<CodingOutbox>(() =>
    openCodingOutbox(codingId, {
      store: browserPressStore(),
      olderStore: browserPressStore('tab'),
      send: enter,
      problemOf,
      later,
    }),
  );
  const view = useSyncExternalStore(outbox.subscribe, outbox.getSnapshot);

  useEffect(() => {
    outbox.open();
    window.addEventListener('online', outbox.hurry);
    return () => {
      window.removeEventListener('online', outbox.hurry);
      outbox.close();
    };
  }, [outbox]);

  return { ...view, add: outbox.add };
}

function later(ms: number, callback: () => void): () => void {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
}
