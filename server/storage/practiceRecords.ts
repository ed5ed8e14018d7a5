import type { ParticipantId } from '#shared/protocol/ids.ts';
import type {
  AttemptId,
  OpenAttempt,
  PracticeAttempt,
  PracticeAttempts,
  PracticeCoder,
  ScoredAttempt,
  SubmittedCodes,
} from '#shared/protocol/practice.ts';

/** An attempt as it is submitted. Whether its coder knew the key follows from earlier attempts. */
export type NewScoredAttempt = Omit<PracticeAttempt, 'knewKey' | 'watched'> & {
  readonly openedAt: string;
  readonly watched: 'whole' | 'part';
};

/** An attempt with what was pressed in it. */
export type KeptAttempt = Omit<ScoredAttempt, 'lines'>;

export type PracticeRecords = {
  /**
   * Records once that a person begins, however often it is called, and forgets attempts that were opened before
   * `forgetBefore` and never submitted. Undefined if the attempt's id is another person's or was submitted already.
   */
  readonly openAttempt: (
    attempt: OpenAttempt,
    by: ParticipantId,
    forgetBefore: Date,
  ) => Promise<OpenAttempt | undefined>;
  readonly findOpenAttempt: (attemptId: AttemptId, by: ParticipantId) => Promise<OpenAttempt | undefined>;
  /** Stores an open attempt, once: what was submitted first stays. Undefined if its id is another person's. */
  readonly keepAttempt: (
    attempt: NewScoredAttempt,
    given: SubmittedCodes['given'],
    by: ParticipantId,
  ) => Promise<KeptAttempt | undefined>;
  readonly findAttempt: (attemptId: AttemptId, by: ParticipantId) => Promise<KeptAttempt | undefined>;
  /** A page of a person's attempts, newest first; `before` is the `next` of the page before. */
  readonly listAttempts: (by: ParticipantId, before?: number) => Promise<PracticeAttempts>;
  /** Who has practiced, of the people whom a person supervises, and the person. */
  readonly listPracticeCoders: (supervisor: ParticipantId) => Promise<readonly PracticeCoder[]>;
};
