import { counted } from '#shared/domain/counted.ts';
import { placeOf, type To } from './accountMails.ts';
import type { Mail } from './sendMail.ts';

type Announcement = {
  readonly to: To;
  readonly clinicName: string;
  readonly counts: { readonly recording: number; readonly record: number };
  /** The first day on which something is erased, YYYY-MM-DD. */
  readonly from: string;
  readonly url: string;
};

/** Tells an admin what will be erased because of its age. It names nobody, because mail may be read by others. */
export function retentionMail({ to, clinicName, counts: { recording, record }, from, url }: Announcement): Mail {
  const what = [
    ...(recording > 0 ? [counted(recording, 'recording')] : []),
    ...(record > 0 ? [counted(record, 'whole record')] : []),
  ].join(' and ');
  const text = [
    `Hello ${to.name},`,
    `By your clinic’s rules, ${what} will be erased from ${from} on. This page lists them:`,
    url,
    'A therapist or supervisor can keep a recording or a record for another year on the family’s page. A legal hold keeps everything about a family.',
  ].join('\n\n');
  const subject = `What will be erased, ${placeOf(clinicName)}`;
  return { to: { name: to.name, address: to.email }, subject, text: `${text}\n` };
}
