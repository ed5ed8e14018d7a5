import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { counted } from '#shared/domain/counted.ts';
import { dataFolderOf, readConfig, recordingsFolderOf } from '#server/config/config.ts';
import { placeOfDatabase } from '#server/config/placeOfDatabase.ts';
import { openWithoutKeys } from '../openWithoutKeys.ts';
import { type Command, type Terminal, UsageError } from '../runCommand.ts';
import { runOn } from '../runOn.ts';
import { backupsIn } from './backupFolder.ts';
import { copyKeys, isWithin } from './keysApart.ts';
import { makeBackup } from './makeBackup.ts';
import { moveClinic } from '../move/moveClinic.ts';
import { restoreBackup } from './restoreBackup.ts';
import { verifyBackup } from './verifyBackup.ts';

const DONE = 0;
const FAILED = 1;

/** Backs up the clinic while the server runs, or checks a backup. */
export const backup: Command = {
  usage: 'FOLDER [--keys FOLDER] | verify FOLDER',
  summary:
    'Adds a backup to a folder while the server runs (the keys go into a folder of their own), or checks the latest',
  run: async (args, terminal) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { keys: { type: 'string' } },
      allowPositionals: true,
    });
    const [first, second, ...more] = positionals;
    if (first === undefined || more.length > 0) throw new UsageError('Name the folder of the backups.');
    if (first === 'verify' && second !== undefined) return verify(resolve(second), terminal);
    if (second !== undefined) throw new UsageError('Name one folder.');
    return make(resolve(first), values.keys === undefined ? undefined : resolve(values.keys), terminal);
  },
};

async function make(folder: string, keys: string | undefined, terminal: Terminal): Promise<number> {
  const { env, print } = terminal;
  const dataFolder = dataFolderOf(env);
  if (isWithin(folder, dataFolder)) throw new UsageError('The backups must be outside the data folder.');
  if (keys !== undefined && (isWithin(keys, folder) || isWithin(keys, dataFolder))) {
    throw new UsageError(
      'The keys must be in a folder of their own: whoever has both the keys and the backups can read everything.',
    );
  }
  return runOn(await openWithoutKeys(env), terminal, async ({ db }) => {
    const { database, takes } = await makeBackup({ db, recordings: recordingsFolderOf(env), now: new Date() }, folder);
    print(`Backed up the database as ${database}, and ${counted(Object.keys(takes).length, 'take')} of recordings.`);
    if (keys === undefined)
      print('It does not contain clinic.key and secret. Keep copies of them elsewhere: --keys FOLDER.');
    else print(`Copied ${(await copyKeys(env, dataFolder, keys)).join(' and ')} to ${keys}.`);
    return DONE;
  });
}

async function verify(folder: string, { print, complain }: Terminal): Promise<number> {
  const name = (await backupsIn(folder)).at(-1);
  const faults = name === undefined ? [`There is no backup in ${folder}.`] : await verifyBackup(folder, name);
  for (const fault of faults) complain(fault);
  if (faults.length > 0) return FAILED;
  print(`${name ?? ''} is whole: its database, its audit and its recordings.`);
  return DONE;
}

/** Makes a data folder from a backup. */
export const restore: Command = {
  usage: 'FOLDER --to DATA_FOLDER [--backup NAME]',
  summary: 'Makes a new data folder from the latest backup, or from a named one. What was erased since stays erased',
  run: async (args, { env, print, complain }) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { to: { type: 'string' }, backup: { type: 'string' } },
      allowPositionals: true,
    });
    const [named, ...more] = positionals;
    if (named === undefined || more.length > 0) throw new UsageError('Name the folder of the backups.');
    if (values.to === undefined) throw new UsageError('Name a new data folder: --to FOLDER.');
    const folder = resolve(named);
    const name = values.backup ?? (await backupsIn(folder)).at(-1);
    if (name === undefined) {
      complain(`There is no backup in ${folder}.`);
      return FAILED;
    }
    const restored = await restoreBackup(folder, name, resolve(values.to), new Date());
    if (!restored.ok) {
      complain(restored.error.message);
      return FAILED;
    }
    const { madeAt, erased, takes } = restored.value;
    const { database } = readConfig(env);
    if (database.engine === 'postgres') {
      const file = join(resolve(values.to), 'earshot.sqlite');
      const moved = await moveClinic(file, placeOfDatabase(database), print);
      if (!moved.ok) {
        complain(`${moved.error.message} The backup is restored in ${file}.`);
        return FAILED;
      }
      await rm(file);
    }
    print(
      `Restored the backup of ${madeAt} with ${counted(takes, 'take')} of recordings. Everybody has to sign in again.`,
    );
    if (erased > 0) print(`Erased since, and still erased: ${counted(erased, 'family', 'families')}.`);
    print(
      `Now put clinic.key and secret into ${resolve(values.to)}, and start the server with EARSHOT_DATA set to it.`,
    );
    return DONE;
  },
};
