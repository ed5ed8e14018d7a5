import { call } from './http.ts';

/** Opens the clinic's identity provider, which leads back to a page of ours. The current page ends. */
export async function openProvider(wanted: { readonly to: string; readonly again: boolean }): Promise<void> {
  const { url } = await call('provider-sign-in:begin', { body: wanted });
  window.location.assign(url);
}

const finished = new Map<string, Promise<string>>();

/** Signs in with what the provider wrote into the address, once. Resolves to the page to open. */
export function finishFromProvider(search: string): Promise<string> {
  const known = finished.get(search);
  if (known !== undefined) return known;
  const finishing = call('provider-sign-in:finish', { body: { search } }).then(({ to }) => to);
  finished.set(search, finishing);
  return finishing;
}
