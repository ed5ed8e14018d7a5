import { credentialCookie } from './credentialCookie.ts';

/** The cookie of a caregiver's diary. */
export const diaryCookie = (publicUrl: string) => credentialCookie('earshot_diary', publicUrl);
