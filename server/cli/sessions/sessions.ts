import { parseArgs } from 'node:util';
import { clinicMinute } from '#shared/domain/clinicDay.ts';
import { readServerTimeZone } from '#server/clinic/readServerTimeZone.ts';
import type { Db } from '#server/storage/db.ts';
import { sqlClinicSettingsRecords } from '#server/storage/sqlClinicSettingsRecords.ts';
import { openWithoutKeys } from '../openWithoutKeys.ts';
import { type Command, type Terminal, UsageError } from '../runCommand.ts';
import { runOn } from '../runOn.ts';

const ORDINARY = '20';

/** Prints which sessions there are, without names: `export` and `import` take the id, or the start of it. */
export const sessions: Command = {
  usage: '[--last N]',
  summary: `Lists the latest sessions (${ORDINARY}, or N): when each is planned for, its phase, its program and its id`,
  run: async (args, terminal) => {
    const { values } = parseArgs({ args: [...args], options: { last: { type: 'string', default: ORDINARY } } });
    const last = Number(values.last);
    if (!Number.isInteger(last) || last < 1) throw new UsageError('--last needs a number of sessions.');
    return runOn(await openWithoutKeys(terminal.env), terminal, ({ db }) => list(db, last, terminal));
  },
};

async function list(db: Db, last: number, { print }: Terminal): Promise<number> {
  const timeZone = (await sqlClinicSettingsRecords(db).findClinicSettings())?.timeZone ?? readServerTimeZone();
  const rows = await db
    .selectFrom('coaching_sessions')
    .leftJoin('session_models', 'session_models.session_id', 'coaching_sessions.session_id')
    .select(['coaching_sessions.session_id as sessionId', 'starts_at as startsAt', 'program', 'phase'])
    .orderBy('starts_at', 'desc')
    .limit(last)
    .execute();
  if (rows.length === 0) print('No session is planned yet.');
  for (const { sessionId, startsAt, program, phase } of rows) {
    print(
      [clinicMinute(startsAt, timeZone), (phase ?? 'preparing').padEnd(9), program.padEnd(9), sessionId].join('  '),
    );
  }
  return 0;
}
