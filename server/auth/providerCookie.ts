import { credentialCookie } from './credentialCookie.ts';

/** The cookie of a browser that is on its way to the identity provider and back. */
export const providerCookie = (publicUrl: string) => credentialCookie('earshot_provider', publicUrl);
