import type { Config } from '#server/config/config.ts';
import type { Demo } from './demo/openDemo.ts';

/** The secrets of the links to print: those of the demo, or that of a clinic in which nobody has an account yet. */
type Secrets = Demo['secrets'] | { readonly firstAdmin: string };

/** What the terminal prints once Earshot is ready: its address, the fingerprint of a certificate of its own, and links. */
export function sayReady(
  { publicUrl, localUrls }: Pick<Config, 'publicUrl' | 'localUrls'>,
  secrets: Secrets | undefined,
  fingerprint?: string,
): string {
  const ready = [
    `Earshot is ready at ${publicUrl}`,
    ...(fingerprint === undefined ? [] : [selfSigned(fingerprint)]),
  ].join('\n\n');
  if (secrets === undefined) return `${ready}\n`;
  if ('firstAdmin' in secrets) {
    return `${ready}

Nobody has an account yet. Use this link to create the first one, for the admin. It works until the server stops:

  First admin  ${publicUrl}/welcome#${secrets.firstAdmin}
`;
  }
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

const selfSigned = (fingerprint: string) =>
  `The certificate is self-signed: browsers warn before the first page. Accept it only if they show this fingerprint (SHA-256):

  ${fingerprint}

This is for trying Earshot in your own network. For families, use a certificate that their browsers trust.`;
