import { clinicDay } from '#shared/domain/clinicDay.ts';
import type { RulesInForce } from '#shared/domain/retention/whatIsDue.ts';
import { RetentionRules } from '#shared/protocol/http/retention.ts';
import { KEEP_EVERYTHING } from '#shared/domain/retention/retentionRules.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import type { Clinic } from '#server/clinic/clinic.ts';
import type { RetentionRecords } from '#server/storage/retentionRecords.ts';

type Ports = {
  readonly records: Pick<RetentionRecords, 'readRetentionRules'>;
  readonly clinic: Pick<Clinic, 'card'>;
};

/** The clinic's rules with the days on which they were set, and the admin who set that for records. Rule RET1. */
export async function rulesInForce({
  records,
  clinic,
}: Ports): Promise<RulesInForce & { readonly recordBy: ParticipantId | null }> {
  const { recording, record } = await records.readRetentionRules();
  const { timeZone } = await clinic.card();
  const dayOf = (rule: typeof record) => (rule === null ? null : clinicDay(rule.madeAt, timeZone));
  // A stored period that this version does not offer is read as nobody's decision: everything is kept.
  const rules = RetentionRules.catch(KEEP_EVERYTHING).parse({
    recording: recording?.period ?? KEEP_EVERYTHING.recording,
    record: record?.period ?? KEEP_EVERYTHING.record,
    untilAge: record?.untilAge ?? KEEP_EVERYTHING.untilAge,
  });
  return { rules, since: { recording: dayOf(recording), record: dayOf(record) }, recordBy: record?.madeBy ?? null };
}
