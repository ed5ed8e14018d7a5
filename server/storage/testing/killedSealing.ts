import { join } from 'node:path';
import { migrate } from '../migrate.ts';
import { openDatabase } from '../openDatabase.ts';
import { openKeys } from '../openKeys.ts';

// A separate server for a test to kill: it encrypts what is in the given folder and dies before a family's key is kept
// for the nth time, or with 0 before it cleans the file.

const folder = process.argv[2] ?? '';
const dieAt = Number(process.argv[3]);
const die = () => process.kill(process.pid, 'SIGKILL');

let kept = 0;
const { db } = openDatabase(join(folder, 'earshot.sqlite'));
await migrate(db);
await openKeys(
  db,
  { from: 'file', file: join(folder, 'clinic.key') },
  {
    now() {
      kept += 1;
      if (kept === dieAt) die();
      return new Date();
    },
    say(line) {
      if (dieAt === 0 && line.startsWith('Removing')) die();
    },
  },
);
