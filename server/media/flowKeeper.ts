import type { Source } from '#shared/domain/audience.ts';
import { openVoices, wantedFlows, type Flow } from '#shared/domain/flows.ts';
import type { ConsumerId, ParticipantId } from '#shared/protocol/ids.ts';
import { kindOf, planeOf, type Plane, type RtpCapabilities } from '#shared/protocol/media.ts';
import type { Sent, SessionMediaPorts, SessionMediaView } from './mediaPorts.ts';
import type { Consumer, MediaRoom } from './mediaServer.ts';

type Producing = Sent & { open: boolean };
type Wanted = { readonly key: string; readonly flow: Flow<ParticipantId>; readonly capabilities: RtpCapabilities };
/**
 * Keeps what flows in a room equal to what the view allows; only this file creates consumers. What must stop has
 * stopped before the call returns. Creating is slow and queued: a consumer no longer wanted is closed before it is
 * heard.
 */
export function createFlowKeeper(room: MediaRoom, { notify, voiceLost, sentChanged, report }: SessionMediaPorts) {
  const sent = new Map<string, Producing>();
  const listening = new Map<string, RtpCapabilities>();
  const standing = new Map<string, { readonly flow: Flow<ParticipantId>; readonly consumerId: ConsumerId }>();
  let view: SessionMediaView = { phase: 'closed', people: [] };
  let making = Promise.resolve();

  function wanted(): Map<string, Wanted> {
    const flows = wantedFlows(view, [...sent.values()]);
    return new Map(flows.flatMap((flow) => toWanted(flow).map((want) => [want.key, want] as const)));
  }

  /** Wanted once its listener has said what it can decode. The producer's id tells a new one from an earlier one. */
  function toWanted(flow: Flow<ParticipantId>): Wanted[] {
    const producer = sent.get(sentKey(flow.from, flow.source));
    const capabilities = listening.get(listeningKey(flow.to, planeOf(flow.source)));
    if (!producer || !capabilities) return [];
    return [{ key: [flow.track, producer.producerId, flow.to].join('|'), flow, capabilities }];
  }

  function settle(): Promise<void> {
    setVoices();
    closeUnwanted();
    making = making.then(makeMissing);
    return making;
  }

  function setVoices() {
    const open = openVoices(view);
    for (const voice of sent.values()) {
      if (voice.source === 'voice' && voice.open !== open.has(voice.from)) setVoice(voice, !voice.open);
    }
  }

  function setVoice(voice: Producing, open: boolean) {
    voice.open = open;
    room.setProducerOpen(voice.from, voice.source, open).catch((error: unknown) => {
      report(error, open ? 'opening a voice' : 'shutting a voice');
      // It is unknown whether the voice is open or shut, so it is closed.
      forgetSent(({ producerId }) => producerId === voice.producerId);
    });
  }

  function closeUnwanted() {
    const keep = wanted();
    for (const [key, { flow, consumerId }] of standing) {
      if (keep.has(key)) continue;
      room.closeConsumer(consumerId);
      standing.delete(key);
      notify(flow.to, 'media:unconsume', { consumerId });
    }
  }

  async function makeMissing() {
    for (const want of wanted().values()) {
      if (!standing.has(want.key) && isStillWanted(want)) await make(want);
    }
  }

  function isStillWanted({ key, capabilities }: Wanted): boolean {
    return wanted().get(key)?.capabilities === capabilities;
  }

  async function make(want: Wanted) {
    const { from, source, to } = want.flow;
    try {
      const made = await room.consume(to, from, source, want.capabilities);
      if (!isStillWanted(want)) {
        if (made.ok) room.closeConsumer(made.value.consumerId);
      } else if (made.ok) {
        stand(want, made.value);
      } else {
        report(new Error(made.error.message), `making a consumer of ${want.flow.track}`);
      }
    } catch (error) {
      report(error, `making a consumer of ${want.flow.track}`);
    }
  }

  function stand({ key, flow }: Wanted, consumer: Consumer) {
    standing.set(key, { flow, consumerId: consumer.consumerId });
    const { from, source, track } = flow;
    notify(flow.to, 'media:consume', { ...consumer, plane: planeOf(source), kind: kindOf(source), track, from });
  }

  function forgetSent(gone: (producer: Producing) => boolean) {
    for (const [key, producer] of sent) {
      if (!gone(producer)) continue;
      sent.delete(key);
      room.stopProducing(producer.from, producer.source);
      if (producer.open) voiceLost(producer.from);
      sentChanged();
    }
    void settle();
  }

  return {
    /** Takes the session's new state. Resolves when everything that it allows flows, or could not be created. */
    setView(next: SessionMediaView): Promise<void> {
      view = next;
      return settle();
    },

    personOf: (id: ParticipantId) => view.people.find(({ participantId, present }) => present && participantId === id),

    /** Records a producer that the room has created. A voice is shut until the view opens it. */
    addSent(from: ParticipantId, source: Source, producerId: string): Promise<void> {
      const former = sent.get(sentKey(from, source));
      if (former?.open) voiceLost(from);
      sent.set(sentKey(from, source), { from, source, producerId, open: false });
      sentChanged();
      return settle();
    },

    /** What is being sent now, regardless of who may hear it. */
    sendings: (): readonly Sent[] => [...sent.values()],

    forgetSent,

    /** A person can receive on a plane from now on. */
    listen(listener: ParticipantId, plane: Plane, capabilities: RtpCapabilities): Promise<void> {
      listening.set(listeningKey(listener, plane), capabilities);
      return settle();
    },

    stopListening(listener: ParticipantId, plane: Plane) {
      listening.delete(listeningKey(listener, plane));
      void settle();
    },

    /** Whether this consumer exists and belongs to this listener. */
    isStanding: (listener: ParticipantId, id: ConsumerId) =>
      [...standing.values()].some(({ flow, consumerId }) => consumerId === id && flow.to === listener),

    /** A plane's worker died: everything on it is gone, and everybody starts again there. */
    losePlane(plane: Plane) {
      for (const key of [...listening.keys()].filter((key) => key.endsWith(`|${plane}`))) listening.delete(key);
      for (const [key, { flow }] of standing) if (planeOf(flow.source) === plane) standing.delete(key);
      forgetSent(({ source }) => planeOf(source) === plane);
      for (const { participantId, present } of view.people)
        if (present) notify(participantId, 'media:reset', { plane });
    },
  };
}

function sentKey(from: ParticipantId, source: Source): string {
  return `${from}|${source}`;
}

function listeningKey(listener: ParticipantId, plane: Plane): string {
  return `${listener}|${plane}`;
}
