import { counted } from '#shared/domain/counted.ts';
import type { Db } from '#server/storage/db.ts';
import { countAnnouncedByDay } from '#server/storage/sqlRetentionRecords.ts';
import { openWithoutKeys } from '../openWithoutKeys.ts';
import { type Command, type Terminal, UsageError } from '../runCommand.ts';
import { runOn } from '../runOn.ts';

/** Prints what will be erased because of its age, by day and without names. Rule RET3. */
export const retention: Command = {
  usage: '',
  summary: 'Prints how many recordings and records will be erased because of their age, and when',
  run: async (args, terminal) => {
    if (args.length > 0) throw new UsageError('It takes no arguments.');
    return runOn(await openWithoutKeys(terminal.env), terminal, ({ db }) => tellDays(db, terminal));
  },
};

async function tellDays(db: Db, { print }: Terminal): Promise<number> {
  const days = await countAnnouncedByDay(db);
  if (days.length === 0) print('Nothing is announced. How long things are kept is set on the Erasure page.');
  for (const { on, recordings, records } of days)
    print(`${on}  ${counted(recordings, 'recording')}, ${counted(records, 'whole record')}`);
  return 0;
}
