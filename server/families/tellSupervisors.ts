import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import type { CaseloadRecords } from '#server/storage/caseloadRecords.ts';
import type { Clinic } from '#server/clinic/clinic.ts';
import { emergencyMail } from '#server/mail/emergencyMail.ts';
import type { SendMail } from '#server/mail/sendMail.ts';

type Ports = {
  readonly records: Pick<CaseloadRecords, 'listSupervisorsOf'>;
  readonly clinic: Pick<Clinic, 'today' | 'card'>;
  /** Undefined without a mail server. */
  readonly sendMail: SendMail | undefined;
  readonly publicUrl: string;
  readonly report: (error: unknown) => void;
};

/** Mails every supervisor of a family that an emergency was raised in its session. Rule SAF3. */
export function createTellSupervisors({ records, clinic, sendMail, publicUrl, report }: Ports) {
  return (session: Pick<SessionRecord, 'familyId' | 'sessionId'>): void => {
    if (sendMail !== undefined) tell(sendMail, session).catch(report);
  };

  async function tell(send: SendMail, { familyId, sessionId }: Pick<SessionRecord, 'familyId' | 'sessionId'>) {
    const { name: clinicName } = await clinic.card();
    const url = `${publicUrl}/sessions/${sessionId}`;
    const supervisors = await records.listSupervisorsOf(familyId, await clinic.today());
    // One address that does not work must not keep the message from the others.
    await Promise.all(supervisors.map((to) => send(emergencyMail({ to, clinicName, url })).catch(report)));
  }
}
