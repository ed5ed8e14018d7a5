import { useState } from 'react';

/** Copies text, and says whether the last try worked: some browsers only copy straight after a click. */
export function useCopy() {
  const [copied, setCopied] = useState(false);

  async function copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // The text is on the screen to be copied by hand.
      setCopied(false);
    }
  }
  return { copied, copy };
}
