import { clinicMinute } from '#shared/domain/clinicDay.ts';
import type { SentLink } from '#shared/protocol/http/accountLinks.ts';
import { accountLinkMail } from '#server/mail/accountMails.ts';
import type { Mail } from '#server/mail/sendMail.ts';
import type { MadeAccountLink } from '#server/storage/accountLinkRecords.ts';
import type { HttpPorts } from './httpPorts.ts';

type Ports = Pick<HttpPorts, 'sendMail' | 'clinic' | 'publicUrl' | 'log'>;

/** The page that trades such a link for a password. The secret is in the fragment, which no server and no log sees. */
function accountLinkUrl(publicUrl: string, { link }: Pick<MadeAccountLink, 'link'>): string {
  return `${publicUrl}/set-password#${link.secret}`;
}

/** The message that carries a link. */
export async function mailOf(made: MadeAccountLink, { clinic, publicUrl }: Ports): Promise<Mail> {
  const { name, timeZone } = await clinic.card();
  const until = clinicMinute(made.link.expiresAt, timeZone).replace('T', ', ');
  return accountLinkMail({
    to: made,
    purpose: made.purpose,
    clinicName: name,
    url: accountLinkUrl(publicUrl, made),
    until: `${until} (${timeZone})`,
  });
}

/** Sends a link to its person, or returns it for the admin to hand over if no mail server takes it. */
export async function sendAccountLink(made: MadeAccountLink, ports: Ports): Promise<SentLink> {
  const { sendMail, publicUrl, log } = ports;
  const expiresAt = made.link.expiresAt.toISOString();
  const byHand = { by: 'hand', url: accountLinkUrl(publicUrl, made), expiresAt } as const;
  if (sendMail === undefined) return { ...byHand, mailFailed: false };
  try {
    await sendMail(await mailOf(made, ports));
    return { by: 'mail', expiresAt };
  } catch (error) {
    log.error({ err: error, userId: made.userId }, 'the mail server did not take a message');
    return { ...byHand, mailFailed: true };
  }
}
