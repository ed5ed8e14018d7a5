import { useState } from 'react';

/** Copies text. Resolves to whether it worked: some browsers copy only directly after a click. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // The text is on the screen and can be copied by hand.
    return false;
  }
}

/** Copies text at a press and says whether the last try worked. */
export function useCopy(copiedAtFirst: boolean) {
  const [copied, setCopied] = useState(copiedAtFirst);
  return { copied, copy: async (text: string) => setCopied(await copyText(text)) };
}
