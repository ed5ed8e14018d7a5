import { parseCookies } from 'better-auth/cookies';

const NAME = 'earshot_device';

/** The credential in a Cookie header, or undefined. */
export function readDeviceCookie(cookie: string | undefined): string | undefined {
  return cookie === undefined ? undefined : parseCookies(cookie).get(NAME);
}

/** A `Set-Cookie` value that no script can read and no other site can make a browser send with its own requests. */
export function writeDeviceCookie(credential: string, expiresAt: Date, secure: boolean): string {
  const attributes = ['Path=/', `Expires=${expiresAt.toUTCString()}`, 'HttpOnly', 'SameSite=Lax'];
  return [`${NAME}=${credential}`, ...attributes, ...(secure ? ['Secure'] : [])].join('; ');
}
