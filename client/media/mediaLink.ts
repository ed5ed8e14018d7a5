import type { Ask, Listen } from '#client/api/ask.ts';

export type MediaLink = {
  readonly ask: Ask;
  readonly listen: Listen;
  /** Reports a failure that will be retried or that nobody can fix. */
  readonly report: (error: unknown, doing: string) => void;
};
