import { doctor } from './doctor/doctor.ts';
import type { Commands } from './runCommand.ts';

/** Every command. A new one is a new row. */
export const commands: Commands = new Map([['doctor', doctor]]);
