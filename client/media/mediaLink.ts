import type { Ask, Hear } from '#client/api/ask.ts';

/** What the media layer needs from the outside. */
export type MediaLink = {
  readonly ask: Ask;
  readonly hear: Hear;
  /** Something failed that will be tried again, or that nobody can mend. */
  readonly report: (error: unknown, doing: string) => void;
};
