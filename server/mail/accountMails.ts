import type { AccountLinkPurpose } from '#shared/domain/accountLinks.ts';
import type { Mail } from './sendMail.ts';

export type To = { readonly name: string; readonly email: string };

type AccountLinkMail = {
  readonly to: To;
  readonly purpose: AccountLinkPurpose;
  /** Empty if the clinic has not been named. */
  readonly clinicName: string;
  readonly url: string;
  /** When the link ends, in words. */
  readonly until: string;
};

/** The message that carries an invitation, or a link for a new password. */
export function accountLinkMail({ to, purpose, clinicName, url, until }: AccountLinkMail): Mail {
  const where = placeOf(clinicName);
  const { subject, first, last } =
    purpose === 'invitation'
      ? {
          subject: `Your account for ${where}`,
          first: `You now have an account for ${where}. Open this link to choose your password:`,
          last: 'If you did not expect this message, ignore it. Nobody can use the account until a password is chosen.',
        }
      : {
          subject: `A new password for ${where}`,
          first: `Somebody asked for a new password for your account for ${where}. Open this link to choose one:`,
          last: 'If you did not ask for this, ignore the message. Your password stays as it is.',
        };
  const text = [
    `Hello ${to.name},`,
    first,
    url,
    `The link works once, until ${until}. Do not forward it: anyone who has it can set your password.`,
    last,
  ].join('\n\n');
  return { to: { name: to.name, address: to.email }, subject, text: `${text}\n` };
}

/** Tells a person that an admin removed the second step of their sign-in. */
export function secondFactorRemovedMail({ to, clinicName }: Pick<AccountLinkMail, 'to' | 'clinicName'>): Mail {
  const where = placeOf(clinicName);
  const text = [
    `Hello ${to.name},`,
    `An admin removed the second step of your sign-in to ${where}, and you were signed out everywhere.`,
    'Sign in with your password and set up a new second step on the page of your account.',
    'If you did not ask for this, tell your clinic admin now and choose a new password.',
  ].join('\n\n');
  const subject = `The second step of your sign-in to ${where} was removed`;
  return { to: { name: to.name, address: to.email }, subject, text: `${text}\n` };
}

/** What a mail calls the clinic’s Earshot. */
export function placeOf(clinicName: string): string {
  return clinicName === '' ? 'Earshot' : `Earshot at ${clinicName}`;
}
