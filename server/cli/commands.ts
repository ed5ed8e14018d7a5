import { doctor } from './doctor/doctor.ts';
import { reliability } from './reliability/reliability.ts';
import type { Commands } from './runCommand.ts';
import { score } from './score/score.ts';

/** Every command. A new one is a new row. */
export const commands: Commands = new Map([
  ['doctor', doctor],
  ['reliability', reliability],
  ['score', score],
]);
