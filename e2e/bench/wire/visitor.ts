import type { z } from 'zod';
import { type AnswerOf, type GivenArguments, ROUTES, type ValueRoute } from '#shared/protocol/http/routes.ts';
import { sendRequest } from '#server/testing/sendRequest.ts';

/** Somebody with a browser but without its pages. */
export type Visitor = {
  /** Calls a route and returns its parsed answer. Throws if it is refused. */
  readonly call: <N extends ValueRoute>(name: N, ...given: GivenArguments<N>) => Promise<AnswerOf<N>>;
  /** The `cookie` header of what they were given so far. */
  readonly cookie: () => string;
};

export function aVisitor(url: string): Visitor {
  const cookies = new Map<string, string>();
  const cookie = () => [...cookies].map((pair) => pair.join('=')).join('; ');

  function keep(response: Response) {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  return {
    cookie,
    async call<N extends ValueRoute>(name: N, ...[given]: GivenArguments<N>) {
      const response = await sendRequest(url, name, given, {
        // The server ends a connection that rests while a busy machine does something else.
        connection: 'close',
        ...(cookies.size > 0 && { cookie: cookie() }),
      });
      keep(response);
      const text = await response.text();
      if (!response.ok) throw new Error(`${name} answered ${response.status}: ${text}`);
      const answer: z.ZodType = ROUTES[name].answer;
      return answer.parse(JSON.parse(text)) as AnswerOf<N>;
    },
  };
}

/** The secret of a link, which is in its fragment. */
export const secretIn = (link: string) => new URL(link).hash.slice(1);
