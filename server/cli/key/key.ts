import { createSqlAuditLog } from '#server/storage/sqlAuditLog.ts';
import { openClinicData, type ClinicData } from '../openClinicData.ts';
import { type Command, type Terminal, UsageError } from '../runCommand.ts';
import { runOn } from '../runOn.ts';
import { checkKeys } from './checkKeys.ts';
import { rotateKey } from './rotateKey.ts';

const DONE = 0;
const FAILED = 1;

const TASKS = new Map<string, (data: ClinicData, terminal: Terminal) => Promise<boolean>>([
  ['rotate', rotate],
  ['check', check],
]);

/** Replaces the clinic's key, or tries every family's key. */
export const key: Command = {
  usage: 'rotate | check',
  summary: 'Replaces the clinic’s key while the server runs, or checks that every family’s key opens',
  run: async ([name = '', ...more], terminal) => {
    const task = TASKS.get(name);
    if (task === undefined || more.length > 0) throw new UsageError('Say what to do: rotate or check.');
    return runOn(await openClinicData(terminal.env), terminal, async (data) =>
      (await task(data, terminal)) ? DONE : FAILED,
    );
  },
};

/** The audit gets a row once the rotation is over. Rule ADT1. */
async function rotate(data: ClinicData, { print }: Terminal): Promise<boolean> {
  const isOver = await rotateKey({ ...data, print });
  const nothingElse = { actorId: null, familyId: null, sessionId: null, subjectId: null };
  const done = { at: new Date().toISOString(), actor: 'terminal', what: 'key.rotated', outcome: 'done' } as const;
  if (isOver) await createSqlAuditLog(data.db).append([{ ...done, ...nothingElse }]);
  return isOver;
}

async function check(data: ClinicData, { print, complain }: Terminal): Promise<boolean> {
  const { count, unreadable } = await checkKeys(data);
  print(`The clinic’s key opens the keys of ${count - unreadable.length} of ${count} families.`);
  if (unreadable.length === 0) return true;
  complain(`The clinic’s key does not open the keys of these families: ${unreadable.join(', ')}`);
  return false;
}
