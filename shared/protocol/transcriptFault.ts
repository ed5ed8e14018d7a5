/** One fault in a transcript, and its place. */
export type TranscriptFault = { readonly path: readonly PropertyKey[]; readonly says: string };

const PLAIN_KEY = /^[A-Za-z_]\w*$/;

/** The place as a JSON path: `$.events[3].at`. */
export function jsonPath(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => {
    if (typeof step === 'number') return `[${step}]`;
    const key = String(step);
    return PLAIN_KEY.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
  });
  return `$${steps.join('')}`;
}
