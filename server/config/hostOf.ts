/** The host of an address, without the brackets of an IPv6 address. */
export const hostOf = (url = 'http://localhost') => new URL(url).hostname.replace(/^\[|\]$/g, '');
