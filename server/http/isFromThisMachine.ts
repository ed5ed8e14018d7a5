import { isLoopback } from '#server/network/isLoopback.ts';

type Request = {
  readonly ip: string;
  readonly hostname: string;
  readonly headers: Readonly<Record<string, unknown>>;
};

/** What proxies add to a request that they pass on. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/** Whether a request was made by a browser on this machine. One that a proxy on it passed on was made elsewhere. */
export function isFromThisMachine({ ip, hostname, headers }: Request): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  const isLocalName = host === 'localhost' || isLoopback(host);
  return isLoopback(ip) && isLocalName && FORWARDED.every((name) => headers[name] === undefined);
}
