import { credentialCookie } from './credentialCookie.ts';

/** The cookie of a family's device in a session. */
export const deviceCookie = (publicUrl: string) => credentialCookie('earshot_device', publicUrl);
