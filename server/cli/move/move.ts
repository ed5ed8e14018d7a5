import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { counted } from '#shared/domain/counted.ts';
import { ConfigError, readConfig } from '#server/config/config.ts';
import { databaseSetting, nameOfDatabase } from '#server/config/databaseSetting.ts';
import { placeOfDatabase } from '#server/config/placeOfDatabase.ts';
import { holdDataFolder } from '#server/start/holdDataFolder.ts';
import { type Command, UsageError } from '../runCommand.ts';
import { noClinicIn } from '../openClinicData.ts';
import { moveClinic } from './moveClinic.ts';

/** Moves a clinic from its file into PostgreSQL. The file stays as it is. */
export const move: Command = {
  summary: 'Copies the clinic from its file into the empty database that DATABASE_URL names, while no server runs',
  async run(args, { env, print, complain }) {
    parseArgs({ args: [...args], options: {} });
    try {
      const { dataFolder, database } = readConfig(env);
      const from = databaseSetting({}, dataFolder);
      if (database.engine === 'sqlite') throw new UsageError('Set DATABASE_URL to the address of an empty database.');
      if (from.engine !== 'sqlite' || !existsSync(from.file)) return refuse(noClinicIn(dataFolder));
      const letGo = holdDataFolder(dataFolder);
      try {
        const moved = await moveClinic(from.file, placeOfDatabase(database), print);
        if (!moved.ok) return refuse(moved.error.message);
        print(`Copied ${counted(moved.value.rows, 'row')} into ${nameOfDatabase(database)}.`);
        print(
          `Start the server with DATABASE_URL set. It does not use ${from.file} anymore: keep it as a backup, or delete it.`,
        );
        return 0;
      } finally {
        letGo();
      }
    } catch (error) {
      if (error instanceof ConfigError) return refuse(error.message);
      throw error;
    }

    function refuse(message: string): number {
      complain(message);
      return 1;
    }
  },
};
