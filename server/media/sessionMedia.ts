import { trackOf } from '#shared/domain/audience.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { kindOf, planeOf } from '#shared/protocol/media.ts';
import { fail, ok } from '#shared/protocol/reply.ts';
import { createFlowKeeper } from './flowKeeper.ts';
import { isMadeOf } from './isMadeOf.ts';
import type { MediaAnswers, Sending, SessionMediaPorts, SessionMediaView } from './mediaPorts.ts';
import type { MediaRoom } from './mediaServer.ts';

export type SessionMedia = {
  /** What is no longer allowed has stopped on return; resolves when what is newly allowed flows. Never rejects. */
  sync(view: SessionMediaView): Promise<void>;
  answerMedia(participantId: ParticipantId): MediaAnswers;
  /** What is being sent in the session now, regardless of who may hear it. */
  sendings(): readonly Sending[];
  /** Frees everything that a person holds, because they left or came back on a new connection. */
  dropParticipant(participantId: ParticipantId): void;
  close(): void;
};

const GONE = fail('not-now', 'You are no longer in this session.');

/** Keeps a session's media as its state allows. Nothing flows before the first `sync`. */
export function openSessionMedia(room: MediaRoom, ports: SessionMediaPorts): SessionMedia {
  const flows = createFlowKeeper(room, ports);
  const stopListening = [room.onLost((plane) => flows.losePlane(plane)), room.onTurned(ports.sentChanged)];
  const lines = new Map<ParticipantId, Line>();
  let closed = false;

  function lineOf(id: ParticipantId): Line {
    const line = lines.get(id) ?? { last: Promise.resolve(), dropped: closed };
    lines.set(id, line);
    return line;
  }

  return {
    sync: async (view) => {
      if (!closed) await flows.setView(view);
    },

    answerMedia(me) {
      const inTurn = <T>(answer: (gone: () => boolean) => Promise<T>) => takeTurn(lineOf(me), answer);
      return {
        'media:capabilities': async () => ok(room.capabilities()),

        'media:open-transport': ({ plane, direction }) =>
          inTurn(async (gone) => {
            if (gone()) return GONE;
            if (direction === 'receive') flows.stopListening(me, plane);
            else flows.forgetSent(({ from, source }) => from === me && planeOf(source) === plane);
            return room.openTransport(me, plane, direction);
          }),

        'media:connect-transport': ({ transportId, dtlsParameters }) =>
          room.connectTransport(me, transportId, dtlsParameters),

        'media:restart-ice': ({ transportId }) => room.restartIce(me, transportId),

        'media:produce': ({ transportId, source, rtpParameters }) =>
          inTurn(async (gone) => {
            const person = flows.personOf(me);
            if (!person || gone()) return GONE;
            if (!trackOf(source, person.part)) return fail('not-allowed', 'You may not send this here.');
            // The room device gets pictures, never sound.
            if (!isMadeOf(kindOf(source), rtpParameters)) return fail('invalid', `This is not ${kindOf(source)}.`);
            const produced = await room.produce(me, transportId, source, rtpParameters);
            if (gone()) return GONE;
            if (produced.ok) void flows.addSent(me, source, produced.value.producerId);
            return produced;
          }),

        'media:stop-producing': ({ source }) =>
          inTurn(async () => {
            flows.forgetSent((sent) => sent.from === me && sent.source === source);
            return ok(null);
          }),

        'media:listen': ({ plane, rtpCapabilities }) =>
          inTurn(async (gone) => {
            if (gone()) return GONE;
            void flows.listen(me, plane, rtpCapabilities);
            return ok(null);
          }),

        'media:resume': async ({ consumerId }) =>
          flows.isStanding(me, consumerId)
            ? room.resumeConsumer(consumerId)
            : fail('not-found', 'You may not hear this track now.'),
      };
    },

    sendings: () => flows.sendings().map((sent) => ({ ...sent, turn: room.turnOf(sent.from, sent.source) })),

    dropParticipant(id) {
      lineOf(id).dropped = true;
      lines.delete(id);
      room.dropParticipant(id);
      flows.stopListening(id, 'room');
      flows.stopListening(id, 'voice');
      flows.forgetSent(({ from }) => from === id);
    },

    close() {
      if (closed) return;
      closed = true;
      for (const line of lines.values()) line.dropped = true;
      lines.clear();
      for (const stop of stopListening) stop();
      void flows.setView({ phase: 'closed', people: [] });
      room.close();
    },
  };
}

/** One participant's media commands run one after the other, so that none of them meets a half-made transport. */
type Line = { last: Promise<unknown>; dropped: boolean };

function takeTurn<T>(line: Line, answer: (gone: () => boolean) => Promise<T>): Promise<T> {
  const turn = line.last.then(() => answer(() => line.dropped));
  line.last = turn.catch(() => undefined);
  return turn;
}
