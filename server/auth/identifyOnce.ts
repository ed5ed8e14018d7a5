import type { Identify, Identity } from './identify.ts';

/** Answers everybody who asks for the same claim at the same time by one look-up. Nothing is kept after that. Rule WIR5. */
export function identifyOnce(identify: Identify): Identify {
  const running = new Map<string, Promise<Identity | undefined>>();

  return (claim) => {
    const { cookie, handshake } = claim;
    const key = JSON.stringify([cookie, handshake.as, handshake.as === 'staff' ? handshake.sessionId : undefined]);
    const known = running.get(key);
    if (known !== undefined) return known;
    const asked = identify(claim).finally(() => running.delete(key));
    running.set(key, asked);
    return asked;
  };
}
