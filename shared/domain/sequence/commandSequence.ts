/**
 * How a command is followed through, as a program's data: which codes are commands, responses and steps, how long each
 * step takes, and what the parent says at it. Rules PDI1 to PDI6 and SEQ1 to SEQ12.
 */
export type CommandSequence = {
  /** By which reading of PDI4 follow-through is scored. A session keeps the one of its program's version. */
  readonly revision: 1 | 2;
  /** Every code that is a command, and those of them that are direct. */
  readonly commands: readonly string[];
  readonly direct: readonly string[];
  /** What the child does: begins in time, does not, or has no fair chance to. */
  readonly complied: string;
  readonly refused: string;
  readonly noChance: string;
  /** Where only the child's answer to a command is coded: nothing is followed through. Rule OBS2. */
  readonly answersOnly?: true;
  /** What is said after compliance, and what comes near it. */
  readonly praise: string;
  readonly nearPraise: readonly string[];
  /** Criticism, which spoils most steps where it comes before what is due. */
  readonly negative: string;
  readonly steps: {
    readonly warn: string;
    readonly chair: string;
    readonly escape: string;
    readonly room: string;
    readonly release: string;
    readonly redo: string;
    readonly acknowledge: string;
    readonly stop: string;
    /** These stand in the log alone: a transcript for others does not have them. */
    readonly seated: string;
    readonly inRoom: string;
    readonly noise: string;
    readonly notReady: string;
    readonly ruleBroken: string;
  };
  readonly clocks: {
    readonly responseMs: number;
    readonly praiseMs: number;
    readonly chairMs: number;
    readonly quietMs: number;
    readonly roomMs: number;
    readonly readyMs: number;
  };
  /** A new command is advised against when the session has no more than this left. */
  readonly lastCommandMs: number;
  readonly escalation: { readonly procedureMs: number; readonly escapes: number; readonly totalMs: number };
  /** What each key does while a sequence runs; the same keys in every step, as `KeyboardEvent.key`, lower case. */
  readonly keys: {
    /** The step that is due was done. */
    readonly done: string;
    readonly complied: string;
    readonly refused: string;
    readonly noChance: string;
    readonly escape: string;
    readonly noise: string;
    readonly notEffective: string;
    readonly say: string;
    readonly ruleBroken: string;
    readonly stop: string;
  };
  /** The next right thing for the parent to say, in our own words: the first that fits. Where none does, nothing is said. */
  readonly says: readonly Script[];
};

/** What is said at a step; `after` and `backup` say when, where it is not whatever led there. */
export type Script = {
  readonly step: SequenceStep;
  /** A broken house rule opened the sequence; the child was warned; or neither yet. */
  readonly after?: 'rule' | 'warning' | 'command';
  readonly backup?: TimeOutSettings['backup'];
  readonly say: string;
};

/** The words for a step as it was reached, under what was signed. */
export function scriptFor(
  says: readonly Script[],
  step: SequenceStep,
  reached: { readonly after: 'rule' | 'warning' | 'command'; readonly backup: TimeOutSettings['backup'] },
): string | undefined {
  return says.find(
    (script) =>
      script.step === step &&
      (script.after === undefined || script.after === reached.after) &&
      (script.backup === undefined || script.backup === reached.backup),
  )?.say;
}

/** Whether a code is something that the parent says outside the procedure; the coach's codes are not asked about. */
export function isTalk({ complied, refused, noChance, steps }: CommandSequence, code: string): boolean {
  return code !== '' && ![complied, refused, noChance, ...Object.values(steps)].includes(code);
}

/** Whether a code is of the log alone, so that it can decide nothing about a follow-through. */
export function isInLogAlone({ steps }: Pick<CommandSequence, 'steps'>, code: string): boolean {
  return [steps.seated, steps.inRoom, steps.noise, steps.notReady, steps.ruleBroken].includes(code);
}

/** Where a sequence stands: P0 to P12 in their order, and the way on where time-out is contraindicated. Rules SEQ1 to SEQ13. */
export const SEQUENCE_STEPS = [
  'play',
  'command-wait',
  'praise',
  'warn',
  'warn-wait',
  'to-chair',
  'on-chair',
  'ask-ready',
  'escape',
  'to-room',
  'redo',
  'acknowledge',
  'second-command',
  'without-time-out',
] as const;
export type SequenceStep = (typeof SEQUENCE_STEPS)[number];

/** What a family's therapist signed for time-outs. Nothing is set until somebody signs. Rule SEQ9. */
export type TimeOutSettings = {
  /** Where a child goes that leaves the chair again after the one warning. */
  readonly backup: 'none' | 'room' | 'parent-leaves';
  /** Who signed for the backup; null where there is none. */
  readonly signedBy: string | null;
  /** Whether a broken house rule leads straight to the chair. */
  readonly houseRules: boolean;
  /** The room warning is given once in a treatment, not once a session. Rule SEQ8. */
  readonly roomWarningGiven: boolean;
  /** Null where time-out may be used. Rule SEQ13. */
  readonly contraindicated: Contraindication | null;
};

/** Why a child must not be sent to time-out, who said so, and when, as an ISO instant. */
export type Contraindication = { readonly reason: string; readonly by: string; readonly at: string };

export const NO_TIME_OUT_SETTINGS: TimeOutSettings = {
  backup: 'none',
  signedBy: null,
  houseRules: false,
  roomWarningGiven: false,
  contraindicated: null,
};

/** The codes of time-out itself: the warning that names it, the chair and the back-up. Rule SEQ13. */
export function isTimeOutStep({ steps }: Pick<CommandSequence, 'steps'>, code: string): boolean {
  const { warn, chair, seated, room, inRoom, ruleBroken } = steps;
  return [warn, chair, seated, room, inRoom, ruleBroken].includes(code);
}
