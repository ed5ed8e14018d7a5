import type { ParticipantId } from '#shared/protocol/ids.ts';
import { ok } from '#shared/protocol/reply.ts';
import type { SessionState } from '#shared/session/sessionState.ts';
import { listenerOf } from '#shared/session/whoHears.ts';
import type { SessionMediaPorts, SessionMediaView } from '#server/media/mediaPorts.ts';
import type { MediaRoom } from '#server/media/mediaServer.ts';
import { openSessionMedia, type SessionMedia } from '#server/media/sessionMedia.ts';
import { createRecordingKeeper, type RecordingKeeper, type RecordingMeans } from '#server/recording/recordingKeeper.ts';
import type { SessionRecord } from '#server/storage/sessionRecords.ts';
import { closingVoice } from './closingVoice.ts';
import type { Decide, SessionActor } from '#server/sessions/sessionActor.ts';
import { createSightKeeper, type SightKeeper } from './sightKeeper.ts';
import type { Time } from '#server/time/time.ts';

/** A running session's media: what flows, what is recorded, and whether the lead coach sees and hears the room. */
export type RoomMedia = {
  readonly session: SessionMedia;
  readonly recording: RecordingKeeper;
  readonly sight: SightKeeper;
  /** Takes the session as it is now. What may not flow anymore has stopped when this returns. */
  readonly sync: () => void;
  readonly close: () => void;
};

type Ports = {
  readonly actor: SessionActor;
  readonly notify: SessionMediaPorts['notify'];
  readonly recording: RecordingMeans;
  readonly time: Time;
  readonly report: (error: unknown) => void;
};

export function openRoomMedia({ sessionId }: SessionRecord, room: MediaRoom, ports: Ports): RoomMedia {
  const { actor, notify, time, report } = ports;
  const session = openSessionMedia(room, {
    notify,
    voiceLost: (participantId) => actor.insist(closeLostVoice(participantId)),
    sentChanged: () => recording.sync(),
    report,
  });
  const recording = createRecordingKeeper({
    ...ports.recording,
    sessionId,
    room,
    actor,
    sendings: () => session.sendings(),
    time,
    report,
  });
  const sight = createSightKeeper({ actor, room, time, report });

  return {
    session,
    recording,
    sight,
    sync() {
      void session.sync(mediaViewOf(actor.state()));
      recording.sync();
      sight.sync();
    },
    close() {
      sight.close();
      void recording.close();
      session.close();
    },
  };
}

function closeLostVoice(participantId: ParticipantId): Decide {
  return (state) => ok(closingVoice(state, participantId, { by: 'server', why: 'media' }));
}

function mediaViewOf(state: SessionState): SessionMediaView {
  const people = Object.values(state.participants).map((participant) => ({
    participantId: participant.participantId,
    present: participant.present,
    voiceOpen: participant.voiceOpen,
    ...listenerOf(state, participant),
  }));
  return { phase: state.phase, people };
}
