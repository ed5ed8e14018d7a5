import { isLoopback } from '#server/network/isLoopback.ts';

/** Whether a host name or address is that of this machine. */
export const isThisMachine = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || isLoopback(host);
