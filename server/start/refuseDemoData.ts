import { ConfigError } from '#server/config/config.ts';
import { inOneText } from './obstacle.ts';
import type { Records } from '#server/storage/records.ts';
import { findDemoStaff } from '#server/demo/demoClinic.ts';

/** A real clinic never runs on the demo's data: whoever opened the demo would still be signed in. */
export async function refuseDemoData(records: Pick<Records, 'listAccounts'>, dataFolder: string): Promise<void> {
  if ((await findDemoStaff(records)) === undefined) return;
  throw new ConfigError(
    inOneText({
      found: `The data folder ${dataFolder} has the demo clinic, whose links and sign-ins need no password`,
      advice: 'Name another folder in EARSHOT_DATA for a real clinic, or set EARSHOT_DEMO=on.',
    }),
  );
}
