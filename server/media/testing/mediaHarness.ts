import { randomUUID } from 'node:crypto';
import type { Source } from '#shared/domain/audience.ts';
import type { NoticeOf } from '#shared/protocol/contract.ts';
import { ParticipantId, SessionId, type ConsumerId, type TransportId } from '#shared/protocol/ids.ts';
import { kindOf, planeOf, type Direction, type Plane } from '#shared/protocol/media.ts';
import type { Reply } from '#shared/protocol/reply.ts';
import type { MediaNoticeName, SessionMediaView } from '../mediaPorts.ts';
import type { MediaServer } from '../mediaServer.ts';
import { opusParameters, vp8Parameters } from '../rtpSamples.ts';
import { openSessionMedia } from '../sessionMedia.ts';

type Person = SessionMediaView['people'][number];

type Failure = { readonly error: unknown; readonly doing: string };

/** An observer who is present, with overrides. */
export function aPerson(id: string, change: Partial<Omit<Person, 'participantId'>> = {}): Person {
  const observer = {
    part: 'observer',
    present: true,
    wearerInPlay: false,
    earChecked: false,
    voiceOpen: false,
  } as const;
  return { ...observer, ...change, participantId: ParticipantId.parse(id) };
}

/** The lead coach, a supervisor, and a family with a room device and a checked ear whose wearer is in play. */
export function aFamilySession(
  phase: SessionMediaView['phase'],
  change: Record<string, Partial<Person>> = {},
): SessionMediaView {
  const people = [
    aPerson('lead', { part: 'lead' }),
    aPerson('supervisor'),
    aPerson('tablet', { part: 'room' }),
    aPerson('phone', { part: 'ear', wearerInPlay: true, earChecked: true }),
  ];
  return { phase, people: people.map((person) => ({ ...person, ...change[person.participantId] })) };
}

/** One session on a media server, with everything that clients would be told and would do. */
export async function aSessionOn(server: MediaServer) {
  const sessionId = SessionId.parse(randomUUID());
  const room = await server.openRoom(sessionId);
  const told = new Map<ConsumerId, NoticeOf<'media:consume'> & { readonly to: ParticipantId }>();
  const notices: { to: ParticipantId; notice: MediaNoticeName }[] = [];
  const voicesLost: ParticipantId[] = [];
  const failures: Failure[] = [];

  const media = openSessionMedia(room, {
    notify(to, notice, payload) {
      notices.push({ to, notice });
      if ('rtpParameters' in payload) told.set(payload.consumerId, { ...payload, to });
      else if ('consumerId' in payload) told.delete(payload.consumerId);
      else forgetTold((heard) => heard.to === to && heard.plane === payload.plane);
    },
    voiceLost: (id) => voicesLost.push(id),
    sentChanged: () => undefined,
    report: (error, doing) => failures.push({ error, doing }),
  });

  function forgetTold(gone: (heard: NoticeOf<'media:consume'> & { readonly to: ParticipantId }) => boolean) {
    for (const [id, heard] of told) if (gone(heard)) told.delete(id);
  }

  /** Acts as a client of this person. Refusals are answers; most tests expect none. */
  function clientOf(id: string) {
    const me = ParticipantId.parse(id);
    const answers = media.answerMedia(me);
    const openTransport = (plane: Plane, direction: Direction) => answers['media:open-transport']({ plane, direction });
    return {
      answers,
      openTransport,
      produceOn: (transportId: TransportId, source: Source) => {
        const rtpParameters = kindOf(source) === 'video' ? vp8Parameters() : opusParameters();
        return answers['media:produce']({ transportId, source, rtpParameters });
      },
      async publish(source: Source) {
        const { transportId } = valueOf(await openTransport(planeOf(source), 'send'));
        return this.produceOn(transportId, source);
      },
      async listen(plane: Plane) {
        forgetTold((heard) => heard.to === me && heard.plane === plane);
        await openTransport(plane, 'receive');
        return answers['media:listen']({ plane, rtpCapabilities: room.capabilities()[plane] });
      },
      /** Resumes everything that this client was told of. */
      async resumeAll() {
        const mine = [...told.values()].filter(({ to }) => to === me);
        return Promise.all(mine.map(({ consumerId }) => answers['media:resume']({ consumerId })));
      },
      drop() {
        forgetTold(({ to }) => to === me);
        media.dropParticipant(me);
      },
    };
  }

  /** What clients believe they can hear, as `from track to`. */
  const toldFlows = () => [...told.values()].map(({ from, track, to }) => `${from} ${track} ${to}`).toSorted();

  return { sessionId, room, media, clientOf, told, toldFlows, notices, voicesLost, failures };
}

export function valueOf<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`);
  return reply.value;
}
