import type { FactDraft } from '#shared/protocol/facts.ts';
import { NAMELESS } from '#shared/protocol/names.ts';
import { ok } from '#shared/protocol/reply.ts';
import { partOf, type SessionState } from '#shared/session/sessionState.ts';
import { factsSeenBy, selfOf } from '#server/rooms/sessionRoom.ts';
import type { Measures } from '#server/watching/measures.ts';
import type { AnswersTo } from './answers.ts';
import type { Caller } from './caller.ts';
import { departure } from './departure.ts';

type SessionCommand =
  | 'session:join'
  | 'session:leave'
  | 'clock:read'
  | 'quality:report'
  | 'sight:report'
  | 'capture:report'
  | 'sounding:report';

type Ports = { readonly measures: Pick<Measures, 'connection'> };

export function sessionAnswers(caller: Caller, { measures }: Ports): AnswersTo<SessionCommand> {
  const { room, participantId } = caller;
  const { actor } = room;

  return {
    'session:join': async ({ lastSeq }) => {
      const joined = await actor.apply((state) => ok([...owedDeparture(state, caller), ...arrival(state, caller)]));
      if (!joined.ok) return joined;
      room.gone.delete(participantId);
      room.following.add(participantId);
      const self = selfOf(actor.state(), participantId) ?? guestOf(caller);
      // A device may have been let in since and may see more now, so it gets everything again.
      const afterSeq = caller.device === undefined ? lastSeq : 0;
      return ok({ self, ...factsSeenBy(room, self, afterSeq), now: Math.round(actor.now()) });
    },

    'session:leave': async () => {
      const left = await actor.apply((state) =>
        ok(departure(state, participantId, { by: participantId, why: 'left' })),
      );
      if (!left.ok) return left;
      // A person who has left stops following the session.
      room.following.delete(participantId);
      return ok(null);
    },

    'clock:read': () => ok({ now: actor.now() }),

    'sight:report': (seen) => {
      room.media?.sight.heard(participantId, seen);
      return ok(null);
    },

    'capture:report': ({ camera, microphone }) =>
      actor.apply((state) => {
        const known = state.participants[participantId]?.capture;
        const isKnown = known?.camera === camera && known.microphone === microphone;
        return ok(isKnown ? [] : [{ type: 'capture.changed', by: participantId, participantId, camera, microphone }]);
      }),

    'sounding:report': ({ sounding }) =>
      actor.apply((state) => {
        const isKnown = state.participants[participantId]?.sounding === sounding;
        return ok(isKnown ? [] : [{ type: 'sounding.changed', by: participantId, participantId, sounding }]);
      }),

    'quality:report': (quality) => {
      measures.connection(quality);
      for (const connection of room.connections.values()) {
        const part = partOf(actor.state(), connection.participantId);
        if (part === 'lead' || part === 'observer') connection.notify('quality:changed', { participantId, quality });
      }
      return ok(null);
    },
  };
}

/** Writes that they were gone in between, if the log could not be written then. Rule SES8. */
function owedDeparture(state: SessionState, { room, participantId }: Caller): readonly FactDraft[] {
  const gone = room.gone.get(participantId);
  if (gone === undefined || state.phase === 'closed') return [];
  return departure(state, participantId, { by: 'server', ...gone });
}

/**
 * The facts of a person who is here now, or here again. Their voice starts closed either way. A lead coach's first
 * arrival opens the waiting room. Nobody joins a closed session.
 */
function arrival(state: SessionState, { participantId, name, role, device }: Caller): FactDraft[] {
  if (state.phase === 'closed') return [];
  const joined: FactDraft = {
    type: 'participant.joined',
    by: 'server',
    participantId,
    name,
    role,
    device: device?.kind ?? null,
    wearer: device?.wearer ?? null,
  };
  const opensWaitingRoom = state.phase === 'preparing' && state.lead === participantId;
  return opensWaitingRoom ? [joined, { type: 'waiting.opened', by: participantId }] : [joined];
}

/** A person who comes to a closed session that they never joined may read what their role may read. */
function guestOf({ participantId, name, role, device }: Caller) {
  if (device === undefined) return { participantId, name, role, part: 'observer' as const };
  return { participantId, name: NAMELESS, role, part: 'knocking' as const };
}
