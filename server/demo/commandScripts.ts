/** A code at a second of the window, where the order matters: a command and its follow-through. */
export type Script = readonly (readonly [second: number, code: string])[];

/** Commands of a first session: some are followed through, some get no chance to be obeyed. */
export const COMMANDS_AT_FIRST: Script = [
  [20, 'DC'],
  [23, 'CO'],
  [25, 'LP'],
  [60, 'DC'],
  [62, 'NOC'],
  [100, 'IC'],
  [104, 'CO'],
  [140, 'DC'],
  [143, 'CO'],
  [146, 'UP'],
  [200, 'DC'],
  [205, 'NC'],
  [208, 'WARN'],
  [211, 'CO'],
  [213, 'LP'],
  [260, 'IC'],
  [265, 'CO'],
];

/** Five commands, all effective, one of them after a warning. */
export const COMMANDS_FOLLOWED: Script = [
  [15, 'DC'],
  [18, 'CO'],
  [20, 'LP'],
  [70, 'DC'],
  [73, 'CO'],
  [75, 'LP'],
  [120, 'DC'],
  [125, 'NC'],
  [128, 'WARN'],
  [131, 'CO'],
  [133, 'LP'],
  [190, 'DC'],
  [193, 'CO'],
  [195, 'LP'],
  [250, 'DC'],
  [252, 'CO'],
  [255, 'UP'],
];

/** A whole time-out: the warning, the chair, the command again, and one more easy command. */
export const TIME_OUT: Script = [
  [60, 'DC'],
  [66, 'NC'],
  [70, 'WARN'],
  [76, 'NC'],
  [80, 'CHAIR'],
  [95, 'SEAT'],
  [281, 'RELEASE'],
  [285, 'REDO'],
  [288, 'CO'],
  [291, 'ACK'],
  [300, 'DC'],
  [303, 'CO'],
  [305, 'LP'],
];
