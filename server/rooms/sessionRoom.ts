import { countsIn } from '#shared/domain/codingWindow.ts';
import type { Self, NoticeName, NoticeOf } from '#shared/protocol/contract.ts';
import type { Fact } from '#shared/protocol/facts.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { NAMELESS } from '#shared/protocol/names.ts';
import { partOf, type SessionState } from '#shared/session/sessionState.ts';
import { programOf } from '#shared/session/programOf.ts';
import { isIndependent } from '#shared/session/review/reviewSight.ts';
import { factsFor, type Scene, type Viewer } from '#shared/session/visibility.ts';
import type { SessionRecord } from '#server/storage/records.ts';
import type { EarCheckRun } from './earCheckRun.ts';
import type { SessionActor } from '#server/sessions/sessionActor.ts';
import type { PromptKeeper } from './promptKeeper.ts';
import type { RoomMedia } from './roomMedia.ts';

/** One person's live connection to a session, as the session sees it. */
export type Connection = {
  readonly participantId: ParticipantId;
  readonly notify: <N extends NoticeName>(name: N, notice: NoticeOf<N>) => void;
  /** Ends the connection for good. Safe to call twice. */
  readonly end: () => void;
};

type Gone = { readonly why: 'left' | 'connection'; readonly lastSeenAt: number };

/** A session that is awake, with all that hangs on it: its log's writer, its media, and who is connected. */
export type SessionRoom = {
  readonly record: SessionRecord;
  readonly actor: SessionActor;
  /** Undefined where the session was over when it woke. */
  readonly media: RoomMedia | undefined;
  readonly prompts: PromptKeeper;
  readonly connections: Map<ParticipantId, Connection>;
  /** Who has joined on their present connection, and so has the log up to now and follows it from here. */
  readonly following: Set<ParticipantId>;
  /** Whose connection ended since they last joined, how, and when in session time: the log may not say so yet. */
  readonly gone: Map<ParticipantId, Gone>;
  /** One a device, from its tone on until the next one or until its earphones change. */
  readonly earChecks: Map<string, EarCheckRun>;
};

/** Who the server takes this participant for, or undefined for one who never joined. */
export function selfOf(state: SessionState, participantId: ParticipantId): Self | undefined {
  const participant = state.participants[participantId];
  const part = partOf(state, participantId);
  if (participant === undefined || part === undefined) return undefined;
  // A device that knocks is told nobody's name, not even of whoever it may belong to. Rule PER6.
  const name = part === 'knocking' ? NAMELESS : participant.name;
  return { participantId, name, role: participant.role, part };
}

/** Ends whatever ear check runs or ran on a device: its earphones, their wearer or its kind are no longer those that it began with. */
export function dropEarCheck({ earChecks }: Pick<SessionRoom, 'earChecks'>, participantId: ParticipantId): void {
  for (const [checkId, check] of earChecks) if (check.participantId === participantId) earChecks.delete(checkId);
}

/** The whole log as far as one participant may see it, after a seq. */
export function factsSeenBy(room: Pick<SessionRoom, 'actor'>, self: Self, afterSeq: number) {
  const facts = room.actor.facts().filter(({ seq }) => seq > afterSeq);
  const state = room.actor.state();
  return { facts: [...factsFor(viewerOf(state, self), facts, sceneOf(state))], upTo: state.seq, whole: afterSeq === 0 };
}

/** One who was not here when all of it was live may yet come to code it blind: they get no codes by this way. Rule REV1. */
function viewerOf(state: SessionState, { participantId, part }: Self): Viewer {
  const participant = state.participants[participantId];
  const blind = participant?.blind ?? true;
  return { participantId, part, blind: blind || (participant?.device === null && mayYetBeBlind(state, participantId)) };
}

/** Whether there are codes in a session that is over which this person has not seen. */
function mayYetBeBlind(state: SessionState, participantId: ParticipantId): boolean {
  if (state.phase !== 'closed') return false;
  return state.windows.some(
    (window) =>
      isIndependent(state, participantId, window.windowId) &&
      state.codes.some(({ heardAt }) => countsIn(window, heardAt)),
  );
}

function sceneOf(state: SessionState): Scene {
  return { codes: state.codes, leads: state.leads, program: programOf(state) };
}

/**
 * Tells everyone what was just appended: media first, so that nothing flows a moment longer than it may; then each
 * connection what it may see, and all of it anew to whoever may now see more. Nobody hears anything of what they may not
 * see: an empty notice for each press would let them count it.
 */
export function publishFacts(room: SessionRoom, facts: readonly Fact[], before: SessionState): void {
  const state = room.actor.state();
  const scene = sceneOf(state);
  room.media?.sync();
  room.prompts.sync();

  for (const connection of room.connections.values()) {
    const self = selfOf(state, connection.participantId);
    if (self === undefined || !room.following.has(connection.participantId)) continue;
    const partBefore = partOf(before, connection.participantId);
    const wasBlind = viewerOf(before, self).blind;
    const viewer = viewerOf(state, self);
    // Whoever knocks was not told yet whether the new lead coach is here.
    const hasNewLead = self.part === 'knocking' && facts.some(({ type }) => type === 'lead.changed');
    if (partBefore !== undefined && (partBefore !== self.part || wasBlind !== viewer.blind || hasNewLead)) {
      connection.notify('session:self', self);
      connection.notify('session:facts', factsSeenBy(room, self, 0));
    } else {
      const seen = factsFor(viewer, facts, scene);
      if (seen.length === 0) continue;
      connection.notify('session:facts', { facts: [...seen], upTo: state.seq, whole: false });
    }
  }
}
