import { foldFacts } from '#shared/session/foldFacts.ts';
import { findDemoStaff, loadDemoClinic, type DemoPorts } from './demoClinic.ts';
import { openDemo, type Demo } from './openDemo.ts';

/** Loads the demo into a clinic without people and opens it. Undefined if the clinic has its own people. */
export async function startDemo(ports: DemoPorts): Promise<Demo | undefined> {
  const { records, factLog, now, serverTimeZone } = ports;
  if (!(await records.hasAccounts())) await loadDemoClinic(ports);
  const staff = await findDemoStaff(records);
  const timeZone = (await records.findClinicSettings())?.timeZone ?? serverTimeZone;
  return (
    staff && openDemo(staff, { records, now, timeZone, phaseOf: async (id) => foldFacts(await factLog.read(id)).phase })
  );
}
