import { parseCookies } from 'better-auth/cookies';

/** A cookie that identifies a browser of a family: a device in a session, or a caregiver's diary. */
type CredentialCookie = {
  readonly read: (cookie: string | undefined) => string | undefined;
  /** A `Set-Cookie` value that scripts cannot read and that browsers do not send with requests from other sites. */
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
