import type { Line, ParentCode } from './script.ts';

/** What is said or done in a practice clip, and its code. The pictures are from `play.ts`. */
export type ClipCue = {
  readonly who: Line['who'];
  readonly text: string;
  readonly code: string | null;
  readonly startMs: number;
  /** How long an action takes. Speech takes as long as it lasts. */
  readonly doneMs?: number;
};

type CommandCode = ParentCode | 'WARN';

export const parent = (startMs: number, code: CommandCode, text: string): ClipCue => {
  return { who: 'parent', text, code, startMs };
};
export const child = (startMs: number, text: string): ClipCue => ({ who: 'child', text, code: null, startMs });
export const childDoes = (startMs: number, code: 'CO' | 'NC' | 'NOC', text: string): ClipCue => ({
  ...{ who: 'child', text, code, startMs },
  doneMs: 1000,
});
