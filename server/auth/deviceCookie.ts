import { credentialCookie } from './credentialCookie.ts';

/** The cookie of a device that opened a session's link. */
export const { read: readDeviceCookie, write: writeDeviceCookie } = credentialCookie('earshot_device');
