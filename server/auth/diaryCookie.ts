import { credentialCookie } from './credentialCookie.ts';

/** The cookie of a browser that opened a caregiver's diary. */
export const { read: readDiaryCookie, write: writeDiaryCookie } = credentialCookie('earshot_diary');
