import { mayHear } from '#shared/domain/audience.ts';
import type { DeviceKind } from '#shared/domain/people.ts';
import type { Phase } from '#shared/domain/phase.ts';
import type { Sounding } from '#shared/protocol/soundFacts.ts';
import type { Caregiver } from '#shared/protocol/facts.ts';
import type { Device } from '#shared/protocol/http/devices.ts';
import type { CaregiverId } from '#shared/protocol/ids.ts';
import { findSituation } from '#shared/domain/programs/observation.ts';
import { isObservation } from '#shared/session/observing.ts';
import { programOf } from '#shared/session/programOf.ts';
import {
  currentWindow,
  isEarChecked,
  type EarCheck,
  type Participant,
  type SessionState,
} from '#shared/session/sessionState.ts';
import { whoCanHear } from '#shared/session/whoHears.ts';
import { roomDevices } from '#shared/session/sight/isSomebodyAway.ts';
import { type SenseSight, sightOf } from '#shared/session/sight/sightState.ts';
import type { Sense } from '#shared/domain/sight.ts';
import type { LiveView } from '#client/api/liveView.ts';

/** What a family's screen says about this device, the coach and the play, as far as the log tells. */
export type FamilyView = {
  readonly kind: DeviceKind;
  readonly isAdmitted: boolean;
  readonly phase: Phase;
  /** Empty on a device that was not let in, which gets no names. Rule PER6. */
  readonly coach: string;
  readonly coachIsHere: boolean;
  /** Whether the absent coach said that they are leaving. Otherwise their connection is lost. Rule SES8. */
  readonly coachHasLeft: boolean;
  readonly hasOtherRoom: boolean;
  /** What the coach receives of the room now, measured on the coach's page. */
  readonly coachHas: Readonly<Record<Sense, SenseSight['is']>>;
  /** Other staff who are present. A family is always told who watches. */
  readonly alsoWatching: readonly string[];
  readonly caregivers: readonly Caregiver[];
  readonly wearer: Caregiver | undefined;
  readonly inPlay: Caregiver | undefined;
  readonly wearerIsInPlay: boolean;
  readonly earCheck: EarCheck;
  /** Whether a phone of this family is connected as an ear and let in. */
  readonly earIsHere: boolean;
  /** Whether the coach's voice, if opened now, would be heard in an earphone of this family. Rules AUD1, EAR3. */
  readonly earHears: boolean;
  /** Whether this device may play the coach's voice now, by the same table that the server uses. */
  readonly mayPlayVoice: boolean;
  /** Whether a voice would be heard on this device. Undefined until it reports. Rule EAR3. */
  readonly sounding: Sounding | undefined;
  /** Whether the coach's voice is open and this device is one that hears it. */
  readonly coachSpeaks: boolean;
  /** Whether the current coding takes the usual five minutes. */
  readonly isFiveMinutes: boolean;
  /** Whether the session is an observation, without coaching. Rule OBS2. */
  readonly isObserved: boolean;
  /** What the parent is asked to do in the current situation, in a sentence. Rule OBS1. */
  readonly task: string | undefined;
  /** Whether somebody in the session asked for help, and staff have not ended it. Rule SAF3. */
  readonly isEmergency: boolean;
};

const FIVE_MINUTES_MS = 300_000;
const NEEDED: EarCheck = { is: 'needed' };

/** What this family's device shows now. Before the log arrives, it uses what the link said about the device. */
export function familyView({ session, self }: Pick<LiveView, 'session' | 'self'>, device: Device): FamilyView {
  const me = self && session.participants[self.participantId];
  const people = Object.values(session.participants);
  const lead = session.lead === undefined ? undefined : session.participants[session.lead];
  const { caregivers } = session;
  const kind = me?.device ?? device.kind;
  const wearerId = me ? me.wearer : device.wearer;
  const isAdmitted = me?.admitted ?? false;
  const mayPlayVoice = me !== undefined && mayPlay(me, session);
  const staff = people.filter(({ device: ofFamily, present }) => ofFamily === null && present);
  return {
    kind,
    isAdmitted,
    phase: session.phase,
    coach: (isAdmitted ? lead?.name : undefined) ?? device.therapistName ?? '',
    coachIsHere: lead?.present ?? false,
    coachHasLeft: lead?.hasLeft ?? false,
    hasOtherRoom: roomDevices(session).some(
      ({ participantId, present }) => present && participantId !== me?.participantId,
    ),
    coachHas: { picture: sightOf(session).picture.is, sound: sightOf(session).sound.is },
    alsoWatching: staff.filter(({ participantId }) => participantId !== session.lead).map(({ name }) => name),
    caregivers,
    wearer: find(caregivers, wearerId),
    inPlay: find(caregivers, session.inPlay),
    wearerIsInPlay: wearerId !== null && wearerId === session.inPlay,
    earCheck: me?.earCheck ?? NEEDED,
    earIsHere: people.some(({ device: its, present, admitted }) => its === 'ear' && present && admitted),
    earHears: whoCanHear(session, 'coach-voice').some(({ device: its }) => its !== null),
    mayPlayVoice,
    sounding: me?.sounding,
    coachSpeaks: mayPlayVoice && (lead?.voiceOpen ?? false),
    isObserved: isObserved(session),
    task: taskIn(session),
    isEmergency: session.emergency !== undefined,
    isFiveMinutes: currentWindow(session)?.lengthMs === FIVE_MINUTES_MS,
  };
}

/**
 * Whether a family's device may play the coach's voice now. The server sends it to no other device; checking the table
 * here too keeps a room device silent even if it did. Rule AUD1.
 */
export function mayPlay(me: Participant, session: SessionState): boolean {
  if (!me.admitted || (me.device !== 'combined' && me.device !== 'ear')) return false;
  const wearerInPlay = me.wearer !== null && me.wearer === session.inPlay;
  return mayHear('coach-voice', { part: me.device, wearerInPlay, earChecked: isEarChecked(me) }, session.phase);
}

function find(caregivers: readonly Caregiver[], id: CaregiverId | null | undefined): Caregiver | undefined {
  return caregivers.find(({ caregiverId }) => caregiverId === id);
}

function isObserved(session: SessionState): boolean {
  const program = programOf(session);
  return program !== undefined && isObservation(session, program);
}

function taskIn(session: SessionState): string | undefined {
  const program = programOf(session);
  return program && findSituation(program, currentWindow(session)?.kind)?.familyWords;
}
