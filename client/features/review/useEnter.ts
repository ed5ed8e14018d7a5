import { useState } from 'react';
import type { ReviewEntry } from '#shared/protocol/review.ts';
import { useReview } from './reviewContext.ts';

/** Saves one entry at a time and keeps the error for the screen. Resolves to whether it was saved. */
export function useEnter() {
  const { review } = useReview();
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  async function enter(entry: ReviewEntry): Promise<boolean> {
    setBusy(true);
    setFailure(undefined);
    try {
      await review.enter(entry);
      return true;
    } catch (error) {
      setFailure(error);
      return false;
    } finally {
      setBusy(false);
    }
  }

  return { enter, failure, busy };
}
