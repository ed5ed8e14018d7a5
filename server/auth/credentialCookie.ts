import { parseCookies } from 'better-auth/cookies';

/** A cookie by which a browser of a family is known: a device in a session, or a caregiver's diary. */
type CredentialCookie = {
  /** The credential in a Cookie header, or undefined. */
  readonly read: (cookie: string | undefined) => string | undefined;
  /** A `Set-Cookie` value that no script can read and no other site can make a browser send with its own requests. */
  readonly write: (credential: string, expiresAt: Date, secure: boolean) => string;
};

export function credentialCookie(name: string): CredentialCookie {
  return {
    read: (cookie) => (cookie === undefined ? undefined : parseCookies(cookie).get(name)),
    write(credential, expiresAt, secure) {
      const attributes = ['Path=/', `Expires=${expiresAt.toUTCString()}`, 'HttpOnly', 'SameSite=Lax'];
      return [`${name}=${credential}`, ...attributes, ...(secure ? ['Secure'] : [])].join('; ');
    },
  };
}
