/**
 * How a command is followed through, as a programme's data: which codes are commands, responses and steps, how long each
 * step takes, and what the parent says at it. Rules PDI1 to PDI6 and SEQ1 to SEQ12.
 */
export type CommandSequence = {
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
  readonly steps: {
    readonly warn: string;
    readonly chair: string;
    readonly escape: string;
    readonly room: string;
    readonly release: string;
    readonly redo: string;
    readonly acknowledge: string;
    readonly stop: string;
    /** These four stand in the log alone: a transcript for others does not have them. */
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
  /** The next right thing for the parent to say at a step, in our own words; what is not named says nothing. */
  readonly says: { readonly [S in SequenceStep]?: string };
};

/** Where a sequence stands: P0 to P12, in their order. Rules SEQ1 to SEQ12. */
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
};

export const NO_TIME_OUT_SETTINGS: TimeOutSettings = {
  backup: 'none',
  signedBy: null,
  houseRules: false,
  roomWarningGiven: false,
};
