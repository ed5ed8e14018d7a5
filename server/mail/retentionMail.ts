import { counted } from '#shared/domain/counted.ts';
import type { RetentionPreview } from '#shared/protocol/http/retention.ts';
import { placeOf, type To } from './accountMails.ts';
import type { Mail } from './sendMail.ts';

type Announcement = RetentionPreview & { readonly to: To; readonly clinicName: string; readonly url: string };

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
