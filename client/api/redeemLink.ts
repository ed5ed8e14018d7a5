import { Device } from '#shared/protocol/http/devices.ts';
import { call } from './http.ts';

/** Redeems a family's single-use secret. */
export const redeemLink = onceForEach((secret) => call('device:join', { body: { secret } }));

/** Makes this browser a caregiver's diary. */
export const openDiary = onceForEach((secret) => call('diary:open', { body: { secret } }));

/** Signs in with one of the demo clinic's links. */
export const openDemo = onceForEach((secret) => call('demo:sign-in', { body: { secret } }));

/** Reads which device this browser already is, by its cookie. */
export function readDevice(): Promise<Device> {
  return call('device:read');
}

/** However often a screen asks with a secret, the server is asked once. Only a failed request may be repeated. */
function onceForEach<T>(ask: (secret: string) => Promise<T>): (secret: string) => Promise<T> {
  const asked = new Map<string, Promise<T>>();
  return (secret) => {
    const known = asked.get(secret);
    if (known !== undefined) return known;
    const answer = ask(secret);
    asked.set(secret, answer);
    answer.catch(() => asked.delete(secret));
    return answer;
  };
}
