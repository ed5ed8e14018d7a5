import { placeOf, type To } from './accountMails.ts';
import type { Mail } from './sendMail.ts';

/** Tells a supervisor of an emergency. It names nobody, because mail may be read by others. */
export function emergencyMail(about: { readonly to: To; readonly clinicName: string; readonly url: string }): Mail {
  const { to, clinicName, url } = about;
  const text = [
    `Hello ${to.name},`,
    'An emergency was raised in a session that you supervise. Open the session now:',
    url,
    'The safety sheet of the family says where they are and whom to call.',
  ].join('\n\n');
  const subject = `Emergency in a session, ${placeOf(clinicName)}`;
  return { to: { name: to.name, address: to.email }, subject, text: `${text}\n` };
}
