import { credentialCookie } from './credentialCookie.ts';

export const { read: readDeviceCookie, write: writeDeviceCookie } = credentialCookie('earshot_device');
