import type { Quality, Self } from '#shared/protocol/contract.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { EMPTY_SESSION, type SessionState } from '#shared/session/sessionState.ts';
import type { UnsentPress } from './outbox.ts';

export type Ending = 'turned-away' | 'closed' | 'revoked' | 'taken-over' | 'not-signed-in' | 'left';

/** Everything that a screen of a live session shows. Each change makes a new object. */
export type LiveView = {
  readonly connection: 'connecting' | 'live' | 'lost' | 'over';
  readonly ending: Ending | undefined;
  readonly self: Self | undefined;
  /** When the server was last heard from (session time, ms), while the connection is lost. */
  readonly cutOffSince: number | undefined;
  /** The log as far as this person may see it. For a lead coach who is cut off, it includes the gap to come. */
  readonly session: SessionState;
  /** Presses that the server has not acknowledged yet, oldest first. */
  readonly unsent: readonly UnsentPress[];
  /** Whether unsent presses survive this window. False if the browser's storage is full or off. */
  readonly isKept: boolean;
  /** Whether unsent presses are no longer sent after the end because the sign-in has ended too. */
  readonly isSendingStopped: boolean;
  readonly isSlow: boolean;
  /** Set while the server answers but accepts nothing. */
  readonly trouble: 'cannot-save' | undefined;
  readonly refused: readonly { readonly press: UnsentPress; readonly message: string }[];
  readonly quality: Readonly<Record<ParticipantId, Quality>>;
};

export const NEVER_JOINED: LiveView = {
  connection: 'connecting',
  ending: undefined,
  self: undefined,
  cutOffSince: undefined,
  session: EMPTY_SESSION,
  unsent: [],
  isKept: true,
  isSendingStopped: false,
  isSlow: false,
  trouble: undefined,
  refused: [],
  quality: {},
};

/** State of a session that was never joined: still waiting, no answer, or the server answers and cannot save. */
export type Opening = 'soon' | 'unreached' | 'cannotSave';

export function openingOf({ trouble, isSlow }: Pick<LiveView, 'trouble' | 'isSlow'>): Opening {
  if (trouble === 'cannot-save') return 'cannotSave';
  return isSlow ? 'unreached' : 'soon';
}

/** Why a session is over on this screen: it was closed, or the server sent this connection away. */
export function endingOf({ ending, session }: ViewOfEnding): Ending | undefined {
  return ending ?? (session.phase === 'closed' ? 'closed' : undefined);
}

type ViewOfEnding = Pick<LiveView, 'ending'> & { readonly session: Pick<SessionState, 'phase'> };
