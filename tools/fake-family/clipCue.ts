import type { Line, ParentCode } from './script.ts';

/** What is said or done in a practice clip, and the code that a coder gives it. The pictures are those of `play.ts`. */
export type ClipCue = {
  readonly who: Line['who'];
  readonly text: string;
  readonly code: string | null;
  readonly startMs: number;
  /** How long something that is done takes. What is said takes as long as saying it. */
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
