/** How a command is followed through, as a program's data. Rules PDI1 to PDI6 and SEQ1 to SEQ12. */
export type CommandSequence = {
  /** The revision of PDI4 that scores follow-through. A session keeps the one of its program's version. */
  readonly revision: 1 | 2;
  /** Every code that is a command, and the direct ones among them. */
  readonly commands: readonly string[];
  readonly direct: readonly string[];
  /** The child's responses: begins in time, does not, or had no fair chance. */
  readonly complied: string;
  readonly refused: string;
  readonly noChance: string;
  /** For phases in which only the child's response is coded and nothing is followed through. Rule OBS2. */
  readonly answersOnly?: true;
  /** The praise that is due after compliance, and what is near it. */
  readonly praise: string;
  readonly nearPraise: readonly string[];
  /** Criticism. Before most steps that are due, it makes the follow-through incorrect. */
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
    /** Codes that exist only in the log and are left out of transcripts for others. */
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
  /** The console advises against a new command if the session has no more than this left, in ms. */
  readonly lastCommandMs: number;
  readonly escalation: { readonly procedureMs: number; readonly escapes: number; readonly totalMs: number };
  /** What each key does while a sequence runs: the same in every step. Keys as `KeyboardEvent.key`, in lower case. */
  readonly keys: {
    /** Confirms that the step that is due was done. */
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
  /** What the parent should say next, in our own words: the first line that fits. If none fits, nothing. */
  readonly says: readonly Script[];
};

type Script = {
  readonly step: SequenceStep;
  /** A broken house rule started the sequence, or the child was warned; otherwise neither. */
  readonly after?: 'rule' | 'warning' | 'command';
  readonly backup?: TimeOutSettings['backup'];
  readonly say: string;
};

/** The line for a step, given how it was reached and what was signed. */
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

/** Whether a code is something that the parent says outside the procedure. The coach's codes are not considered. */
export function isTalk({ complied, refused, noChance, steps }: CommandSequence, code: string): boolean {
  return code !== '' && ![complied, refused, noChance, ...Object.values(steps)].includes(code);
}

/** Whether a code exists only in the log, so that it cannot decide a follow-through. */
export function isInLogAlone({ steps }: Pick<CommandSequence, 'steps'>, code: string): boolean {
  return [steps.seated, steps.inRoom, steps.noise, steps.notReady, steps.ruleBroken].includes(code);
}

/** The steps of a sequence: P0 to P12 in order, and the way on if time-out is contraindicated. Rules SEQ1 to SEQ13. */
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

/** What a family's therapist signed about time-outs. Nothing is set until somebody signs. Rule SEQ9. */
export type TimeOutSettings = {
  /** What happens when the child leaves the chair again after the warning. */
  readonly backup: 'none' | 'room' | 'parent-leaves';
  /** Who signed for the back-up; null if there is none. */
  readonly signedBy: string | null;
  /** Whether a broken house rule leads straight to the chair. */
  readonly houseRules: boolean;
  /** The warning of the back-up is given once in a treatment, not once a session. Rule SEQ8. */
  readonly roomWarningGiven: boolean;
  /** Why time-out must not be used; null if it may be. Rule SEQ13. */
  readonly contraindicated: Contraindication | null;
};

/** Why a child must not be sent to time-out, who said so, and when (an ISO instant). */
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
