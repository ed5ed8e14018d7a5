import { countsIn } from '#shared/domain/codingWindow.ts';
import type { Self, NoticeName, NoticeOf } from '#shared/protocol/contract.ts';
import type { Fact } from '#shared/protocol/facts.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { NAMELESS } from '#shared/protocol/names.ts';
import { partOf, type SessionState } from '#shared/session/sessionState.ts';
import { programOf } from '#shared/session/programOf.ts';
import { isIndependent } from '#shared/session/review/reviewSight.ts';
import { factsFor, type Scene, type Viewer } from '#shared/session/visibility.ts';
import type { Lease } from '#server/storage/leases.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import type { EarCheckRun } from './earCheckRun.ts';
import type { SessionActor } from '#server/sessions/sessionActor.ts';
import type { PromptKeeper } from './promptKeeper.ts';
import type { RoomMedia } from './roomMedia.ts';

/** One person's live connection to a session, as the session sees it. */
export type Connection = {
  readonly participantId: ParticipantId;
  readonly notify: <N extends NoticeName>(name: N, notice: NoticeOf<N>) => void;
  /** Ends the connection permanently. Safe to call twice. */
  readonly end: () => void;
};

/** A session that is awake, with everything that belongs to it: its log's writer, its media, and who is connected. */
export type SessionRoom = {
  readonly record: SessionRecord;
  /** Undefined where there is one server, which needs none. */
  readonly lease: Lease | undefined;
  readonly actor: SessionActor;
  /** Undefined if the session was over when it woke. */
  readonly media: RoomMedia | undefined;
  readonly prompts: PromptKeeper;
  readonly connections: Map<ParticipantId, Connection>;
  /** Who has joined on their current connection: they have the log up to now and receive it from here on. */
  readonly following: Set<ParticipantId>;
  /** Whose connection ended since they last joined, how, and at which session time. The log may not say so yet. */
  readonly gone: Map<ParticipantId, { readonly why: 'left' | 'connection'; readonly lastSeenAt: number }>;
  /** One for each device, from its tone until the next tone or until its earphones change. */
  readonly earChecks: Map<string, EarCheckRun>;
};

/** The person that the server has for this participant. Undefined for one who never joined. */
export function selfOf(state: SessionState, participantId: ParticipantId): Self | undefined {
  const participant = state.participants[participantId];
  const part = partOf(state, participantId);
  if (participant === undefined || part === undefined) return undefined;
  // A device that knocks is told nobody's name, not even its possible owner's. Rule PER6.
  const name = part === 'knocking' ? NAMELESS : participant.name;
  return { participantId, name, role: participant.role, part };
}

/** Ends any ear check of a device, because its earphones, their wearer or its kind have changed since it began. */
export function dropEarCheck({ earChecks }: Pick<SessionRoom, 'earChecks'>, participantId: ParticipantId): void {
  for (const [checkId, check] of earChecks) if (check.participantId === participantId) earChecks.delete(checkId);
}

/** The whole log after a seq, as far as one participant may see it. */
export function factsSeenBy(room: Pick<SessionRoom, 'actor'>, self: Self, afterSeq: number) {
  const facts = room.actor.facts().filter(({ seq }) => seq > afterSeq);
  const state = room.actor.state();
  return { facts: [...factsFor(viewerOf(state, self), facts, sceneOf(state))], upTo: state.seq, whole: afterSeq === 0 };
}

/** A person who was not here may still come to code the session blind, so they get no codes. Rule REV1. */
function viewerOf(state: SessionState, { participantId, part }: Self): Viewer {
  const participant = state.participants[participantId];
  const blind = participant?.blind ?? true;
  return {
    participantId,
    part,
    blind: blind || (participant?.device === null && mayCodeBlindLater(state, participantId)),
  };
}

/** Whether a closed session has codes that this person has not seen. */
function mayCodeBlindLater(state: SessionState, participantId: ParticipantId): boolean {
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
 * Tells everyone what was just appended. Media come first, so that nothing flows longer than it may. Then each
 * connection gets what it may see, and a person who may see more than before gets everything again. Nobody gets a
 * notice of facts that they may not see: empty notices would let them count presses.
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
    // A device that knocks was not told yet whether the new lead coach is here.
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
