import { addressOf, type Sent } from '#shared/protocol/http/route.ts';
import { type RouteName, ROUTES } from '#shared/protocol/http/routes.ts';

/** Sends a request of the table of routes to the server at this address, whatever it answers. */
export function sendRequest(
  url: string,
  name: RouteName,
  { body, ...address }: Sent = {},
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(url + addressOf(ROUTES[name], address), {
    method: ROUTES[name].method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}
