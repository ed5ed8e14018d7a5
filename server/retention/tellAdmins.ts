import type { RetentionPreview } from '#shared/protocol/http/retention.ts';
import type { Clinic } from '#server/clinic/clinic.ts';
import { retentionMail } from '#server/mail/retentionMail.ts';
import type { SendMail } from '#server/mail/sendMail.ts';
import type { PeopleRecords } from '#server/storage/peopleRecords.ts';

/** Of what was announced, and of the first day on which any of it is erased. */
export type TellAdmins = (announced: RetentionPreview) => void;

type Ports = {
  readonly records: Pick<PeopleRecords, 'listAccounts'>;
  readonly clinic: Pick<Clinic, 'card'>;
  /** Undefined without a mail server. */
  readonly sendMail: SendMail | undefined;
  readonly publicUrl: string;
  readonly report: (error: unknown) => void;
};

/** Mails every admin that something was announced. Rule RET3. */
export function createTellAdmins({ records, clinic, sendMail, publicUrl, report }: Ports): TellAdmins {
  async function tell(send: SendMail, announced: RetentionPreview) {
    const { name: clinicName } = await clinic.card();
    const admins = (await records.listAccounts()).filter(
      ({ role, standing }) => role === 'admin' && standing === 'active',
    );
    const about = { ...announced, clinicName, url: `${publicUrl}/erasures` };
    // One address that does not work must not keep the message from the others.
    await Promise.all(admins.map((to) => send(retentionMail({ ...about, to })).catch(report)));
  }

  return (announced) => {
    if (sendMail !== undefined) tell(sendMail, announced).catch(report);
  };
}
