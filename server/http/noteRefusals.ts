import type { RefusedFor, Refusals } from '#server/network/refusals.ts';
import type { Http } from './http.ts';

const WHY: Readonly<Record<number, RefusedFor | undefined>> = {
  400: 'malformed',
  413: 'malformed',
  415: 'malformed',
  429: 'limit',
};

/** Tells the log of refused requests by the status of their answer. The guard notes its own. Rule WIR7. */
export function noteRefusals(http: Http, refusals: Pick<Refusals, 'note'>): void {
  http.addHook('onResponse', async ({ ip }, { statusCode }) => {
    const why = WHY[statusCode];
    if (why !== undefined) refusals.note(ip, why);
  });
}
