import { parseCookies } from 'better-auth/cookies';

/** A cookie that identifies a browser of a family: a device in a session, or a caregiver's diary. */
type CredentialCookie = {
  readonly read: (cookie: string | undefined) => string | undefined;
  /** A `Set-Cookie` value that scripts cannot read and that browsers do not send with requests from other sites. */
  readonly write: (credential: string, expiresAt: Date) => string;
};

/** With https, the name makes browsers refuse the cookie from any other host, path or unencrypted connection. */
export function credentialCookie(name: string, publicUrl: string): CredentialCookie {
  const isHttps = new URL(publicUrl).protocol === 'https:';
  const fullName = isHttps ? `__Host-${name}` : name;
  return {
    read: (cookie) => (cookie === undefined ? undefined : parseCookies(cookie).get(fullName)),
    write(credential, expiresAt) {
      const attributes = ['Path=/', `Expires=${expiresAt.toUTCString()}`, 'HttpOnly', 'SameSite=Lax'];
      return [`${fullName}=${credential}`, ...attributes, ...(isHttps ? ['Secure'] : [])].join('; ');
    },
  };
}
