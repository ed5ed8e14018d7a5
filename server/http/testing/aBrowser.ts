import { cookieFrom } from '#server/auth/testing/anAuth.ts';
import type { anHttpClinic } from './anHttpClinic.ts';

type Ask = Awaited<ReturnType<typeof anHttpClinic>>['ask'];

/** A browser that is signed in: it keeps the cookies that answers give it. */
export function aBrowser(ask: Ask, cookies: readonly string[]) {
  let cookie = cookieFrom(cookies);
  return {
    cookie: () => cookie,
    async ask(...[method, url, body]: Parameters<Ask>): ReturnType<Ask> {
      const answered = await ask(method, url, body, { cookie });
      if (answered.cookies.length > 0) cookie = cookieFrom(answered.cookies);
      return answered;
    },
  };
}
