import type { Quality, Self } from '#shared/protocol/contract.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { EMPTY_SESSION, type SessionState } from '#shared/session/sessionState.ts';
import type { UnsentPress } from './outbox.ts';

export type Ending = 'turned-away' | 'closed' | 'revoked' | 'taken-over' | 'not-signed-in';

/** Everything a screen of a live session shows. A new object whenever something changed. */
export type LiveView = {
  readonly connection: 'connecting' | 'live' | 'lost' | 'over';
  readonly ending: Ending | undefined;
  readonly self: Self | undefined;
  /** When the server was last heard (session time, ms), while the connection is lost. */
  readonly cutOffSince: number | undefined;
  /** What the log says, as far as this person may see it; and while a lead coach is cut off, what it will say of that. */
  readonly session: SessionState;
  /** Presses that the server has not acknowledged yet, oldest first. */
  readonly unsent: readonly UnsentPress[];
  /** Whether what is unsent outlives this window. False where the browser's storage is full or off. */
  readonly isKept: boolean;
  /** Whether what is unsent is no longer handed in after the end: the sign-in has ended too. */
  readonly isHandInStopped: boolean;
  /** Whether the first join takes longer than it should. */
  readonly isSlow: boolean;
  /** Why the server takes nothing at the moment, though it answers. */
  readonly trouble: 'cannot-save' | undefined;
  /** Presses that the server refused, to be told once. */
  readonly refused: readonly { readonly press: UnsentPress; readonly message: string }[];
  readonly quality: Readonly<Record<ParticipantId, Quality>>;
};

/** What a screen shows before the server has answered for the first time. */
export const NEVER_JOINED: LiveView = {
  connection: 'connecting',
  ending: undefined,
  self: undefined,
  cutOffSince: undefined,
  session: EMPTY_SESSION,
  unsent: [],
  isKept: true,
  isHandInStopped: false,
  isSlow: false,
  trouble: undefined,
  refused: [],
  quality: {},
};

/** How a session stands that was never joined: it takes its time, nobody answers, or the server answers and cannot save. */
export type Opening = 'soon' | 'unreached' | 'cannotSave';

export function openingOf({ trouble, isSlow }: Pick<LiveView, 'trouble' | 'isSlow'>): Opening {
  if (trouble === 'cannot-save') return 'cannotSave';
  return isSlow ? 'unreached' : 'soon';
}

/** Why a session is over on this screen: the log says that it was closed, or the server sent this connection away. */
export function endingOf({ ending, session }: ViewOfEnding): Ending | undefined {
  return ending ?? (session.phase === 'closed' ? 'closed' : undefined);
}

type ViewOfEnding = Pick<LiveView, 'ending'> & { readonly session: Pick<SessionState, 'phase'> };
