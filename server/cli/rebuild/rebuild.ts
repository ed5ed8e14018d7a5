import { parseArgs } from 'node:util';
import { counted } from '#shared/domain/counted.ts';
import { rebuildModels } from '#server/storage/rebuildModels.ts';
import { openClinicData } from '../openClinicData.ts';
import type { Command } from '../runCommand.ts';
import { runOn } from '../runOn.ts';

/** For whoever does not trust what lists show. The server does it by itself after an update. */
export const rebuild: Command = {
  summary: 'Derives what lists show of each session anew from its log, also while the server runs',
  async run(args, terminal) {
    parseArgs({ args: [...args], options: {} });
    return runOn(await openClinicData(terminal.env), terminal, async ({ db, familyKeys }) => {
      const done = await rebuildModels(db, familyKeys, 'all', (soFar) => terminal.print(`${soFar} …`));
      terminal.print(`Derived what lists show of ${counted(done, 'session')}.`);
      return 0;
    });
  },
};
