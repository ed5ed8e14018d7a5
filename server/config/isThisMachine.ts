import { isLoopback } from './isLoopback.ts';

/** Whether a host name or address is that of this machine. */
export const isThisMachine = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || isLoopback(host);

/** The host of an address, without the brackets of an IPv6 address. */
export const hostOf = (url = 'http://localhost') => new URL(url).hostname.replace(/^\[|\]$/g, '');
