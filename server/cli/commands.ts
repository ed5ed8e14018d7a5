import { audit } from './audit/audit.ts';
import { backup, restore } from './backup/backup.ts';
import { doctor } from './doctor/doctor.ts';
import { rebuild } from './rebuild/rebuild.ts';
import { retention } from './retention/retention.ts';
import { reliability } from './reliability/reliability.ts';
import { exportSession } from './export/exportSession.ts';
import { importCoding } from './import/importCoding.ts';
import { key } from './key/key.ts';
import { move } from './move/move.ts';
import type { Commands } from './runCommand.ts';
import { sessions } from './sessions/sessions.ts';
import { score } from './score/score.ts';

export const commands: Commands = new Map([
  ['doctor', doctor],
  ['reliability', reliability],
  ['sessions', sessions],
  ['export', exportSession],
  ['import', importCoding],
  ['key', key],
  ['audit', audit],
  ['backup', backup],
  ['restore', restore],
  ['move', move],
  ['rebuild', rebuild],
  ['retention', retention],
  ['score', score],
]);
