import type { Config } from '#server/config/config.ts';
import type { Demo } from './demo/openDemo.ts';

/** What the terminal prints once Earshot is ready: its address and, in the demo, the links. */
export function sayReady(
  { publicUrl, localUrls }: Pick<Config, 'publicUrl' | 'localUrls'>,
  secrets: Demo['secrets'] | undefined,
  isEmpty: boolean,
): string {
  const ready = `Earshot is ready at ${publicUrl}`;
  if (isEmpty) return `${ready}\n\nNobody is registered yet: the first person who opens it becomes the admin.\n`;
  if (secrets === undefined) return `${ready}\n`;
  const { localhost, loopback } = localUrls;
  return `${ready}

  Therapist    ${localhost}/demo#${secrets.therapist}
  Parent       ${localhost}/join#${secrets.parent}
  Supervisor   ${loopback}/demo#${secrets.supervisor}
  Admin        ${loopback}/demo#${secrets.admin}

Open therapist and parent in two tabs: that makes a session. The parent's link opens once.
The supervisor's link has another host name, so that one browser keeps the two sign-ins apart. The admin's shares
it: open it in a private window, or it takes the supervisor's place.
`;
}
