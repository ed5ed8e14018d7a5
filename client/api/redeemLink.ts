import { Account, Device, ROUTES } from '#shared/protocol/http.ts';
import { anyAnswer, getJson, postJson } from './http.ts';

/** Redeems a family's single-use secret. */
export const redeemLink = onceForEach((secret) => postJson(ROUTES.redeem, { secret }, Device));

/** Makes this browser a caregiver's diary. */
export const openDiary = onceForEach((secret) => postJson(ROUTES.openDiary, { secret }, anyAnswer));

/** Signs in with one of the demo clinic's links. */
export const openDemo = onceForEach((secret) => postJson(ROUTES.demoSignIn, { secret }, Account));

/** The device that this browser already is, by its cookie. */
export function readDevice(): Promise<Device> {
  return getJson(ROUTES.device, Device);
}

/** However often a screen asks with a secret, the server is asked once; only a failure may be asked again. */
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
