import { expect, test } from 'vitest';
import type { MediaStanding } from '#client/media/mediaStanding.ts';
import type { VoiceHealth } from '#client/media/voiceHealth.ts';
import type { Quality, Self } from '#shared/protocol/contract.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import { LEAD, PARENT, sounds, START_CODING, SUPERVISOR, UNTIL_CHECK_IN } from '#shared/session/testing/aSession.ts';
import { aRecording } from '#shared/session/recording/testing/aRecording.ts';
import { SENSES } from '#shared/domain/sight.ts';
import type { SenseSight } from '#shared/session/sight/sightState.ts';
import { aLiveSession, NOOR } from './testing/aLiveSession.ts';
import { type Claims, expectEachToBeTrue, pairsTogether, truthsOf } from '#client/testing/statements.ts';
import { bandStatement } from './bandStatement.ts';
import { clockStatement } from './clockStatement.ts';
import { emptyRoomStatement } from './emptyRoomStatement.ts';
import { talkToLeadStatus } from './talkToLeadStatus.ts';
import { linkStatement } from './linkStatement.ts';
import type { QuietView } from './quietView.ts';
import { padStatement } from './padStatement.ts';
import { pictureStatement } from './pictureStatement.ts';
import { recordingStatement } from './recordingStatement.ts';
import { sightStatement } from './sightStatement.ts';
import { whisperStatus } from './whisperStatus.ts';

const INES: Self = { participantId: SUPERVISOR, name: 'Ines', role: 'supervisor', part: 'observer' };
const GOOD: Quality = { roundTripMs: 40, lossPercent: 0, playoutDelayMs: null };
type Measured = 'unknown' | 'seen' | 'device-stopped' | 'not-shown';
const MEASURED: readonly Measured[] = ['unknown', 'seen', 'device-stopped', 'not-shown'];
const COACHING: FactDraft = { type: 'coaching.started', by: LEAD };
const CHECKED: FactDraft = { type: 'ear-check.overridden', by: LEAD, participantId: PARENT, reason: 'wired' };
const RECORDED = [
  aRecording.agreed('room-video'),
  aRecording.agreed('room-audio'),
  aRecording.started('room-video', 'room-audio'),
];
const GONE: FactDraft = { type: 'participant.left', by: 'server', participantId: PARENT, why: 'connection' };

const LEFT: FactDraft = { ...GONE, why: 'left' };

const ALL_SOUND = [LEAD, PARENT].map((each) => sounds(each));

/** What this device reports. Another device in the room may still show it. */
const CAMERA_STOPPED: FactDraft = {
  type: 'capture.changed',
  by: PARENT,
  participantId: PARENT,
  camera: 'stopped',
  microphone: 'works',
};

/** Sessions about which different things may be said. */
const SESSIONS: readonly (readonly FactDraft[])[] = [
  [],
  [START_CODING],
  [START_CODING, GONE],
  [START_CODING, LEFT],
  [START_CODING, CAMERA_STOPPED],
  [START_CODING, { type: 'coding.paused', by: LEAD, reason: 'phone' }],
  RECORDED,
  [...RECORDED, ...ALL_SOUND],
  [...RECORDED, START_CODING],
  ALL_SOUND,
  [COACHING],
  [...RECORDED, CHECKED, COACHING],
  [...RECORDED, CHECKED, COACHING, ...ALL_SOUND],
  [CHECKED, COACHING, sounds(PARENT, 'not-playing'), sounds(LEAD, 'muted')],
  [CHECKED, COACHING, sounds(PARENT, 'muted')],
  [CHECKED, COACHING, ...ALL_SOUND, GONE],
  [{ type: 'session.closed', by: LEAD }],
];

type Scene = {
  readonly view: QuietView;
  readonly self: Self;
  readonly media: MediaStanding;
  /** State of the transport that sends one's own voice. It is a part of `media`. */
  readonly way: MediaStanding;
  readonly voice: VoiceHealth;
  /** The picture of the family’s device on this screen, and since when it is frozen. Undefined if there is none. */
  readonly shown: { readonly stillSince: number | undefined } | undefined;
};

/** Possible states of this page's media and of the transport of its own voice. */
const WAYS: readonly (readonly [MediaStanding, MediaStanding])[] = [
  ['starting', 'idle'],
  ['starting', 'starting'],
  ['starting', 'connected'],
  ['connected', 'idle'],
  ['connected', 'connected'],
  ['mending', 'starting'],
  ['mending', 'connected'],
  ['mending', 'mending'],
];

/** Every state that a staff screen can have during a session, as far as it shows text about it. */
function* everyScene(): Generator<Scene> {
  for (const drafts of SESSIONS) {
    for (const picture of MEASURED)
      for (const sound of MEASURED)
        for (const connection of ['live', 'lost'] as const)
          for (const trouble of ['cannot-save', undefined] as const)
            for (const self of [NOOR, INES]) {
              const live = aLiveSession([...UNTIL_CHECK_IN, ...drafts], self);
              live.happen(...measuredAs({ picture, sound }));
              live.set({ connection, trouble });
              for (const [media, way] of WAYS)
                for (const voice of ['sound', 'gone'] as const)
                  for (const shown of [undefined, { stillSince: undefined }, { stillSince: 50_000 }])
                    yield { view: live.getSnapshot(), self, media, way, voice, shown };
            }
  }
}

/** What the server writes about its measurements. */
function measuredAs(all: Readonly<Record<(typeof SENSES)[number], Measured>>): readonly FactDraft[] {
  return SENSES.flatMap((what): readonly FactDraft[] => {
    const { [what]: is } = all;
    if (is === 'unknown') return [];
    return is === 'seen'
      ? [{ type: 'sight.returned', by: 'server', what }]
      : [{ type: 'sight.lost', by: 'server', what, since: 0, why: is }];
  });
}

function statementsOf({ view, self, media, way, voice, shown }: Scene): readonly string[] {
  const { connection, session } = view;
  const { participantId } = self;
  const link = linkStatement({ connection, media, quality: GOOD, self: participantId, session });
  const sight = sightStatement({ connection, session, self: participantId, isOutputGone: false });
  const recording = recordingStatement(view);
  const tracks = recording.is === 'recording' ? `.${recording.tracks.join('+')}` : '';
  const band = bandStatement({ ...view, self: participantId });
  const picture = shown && pictureStatement({ ...view, self: participantId, from: PARENT, ...shown });
  const whisper = self.part === 'lead' ? whisperStatus(view, voice, way) : undefined;
  const toLead = self.part === 'observer' ? talkToLeadStatus(view, voice, way) : undefined;
  return [
    `link.${link}`,
    ...(band === undefined ? [] : [`band.${band.is}`, ...(band.codes === undefined ? [] : [`codes.${band.codes}`])]),
    `clock.${clockStatement({ ...view, self: participantId })}`,
    picture ? `picture.${picture.is}` : `room.${emptyRoomStatement({ connection, media, session })}`,
    ...(self.part === 'lead' ? [`pad.${padStatement(session)}`] : []),
    ...(sight === undefined ? [] : [`sight.${sight.to}.${sight.what}`]),
    `recording.${recording.is}${tracks}`,
    ...(whisper === undefined ? [] : [whisper.is === 'open' ? `whisper.open.${whisper.as}` : `whisper.${whisper.why}`]),
    ...(toLead === undefined ? [] : [toLead.is === 'open' ? 'toLead.open' : `toLead.${toLead.why}`]),
  ];
}

const CLAIMS: Claims = {
  'band.lost': ['!connected', 'saved'],
  'band.cannotSave': ['!saved'],
  'codes.keepCoding': ['may-count'],
  'codes.outside': ['known', '!counting', '!running'],
  'clock.ready': ['!coding', '!paused'],
  'clock.runs': ['coding', 'running', 'known'],
  'clock.stands.gap': ['coding', '!running', 'known'],
  'clock.unknown': ['coding', '!known'],
  'clock.paused': ['paused', '!running'],
  'clock.coached': ['!coding', '!paused', '!closed'],
  'picture.now': ['connected', 'moves', 'captured'],
  'picture.old': ['may-be-old'],
  'room.closed': ['closed'],
  'room.cutOff': ['!connected', '!closed'],
  'room.familyCutOff': ['connected', '!family', '!left', '!closed'],
  'room.familyLeft': ['connected', 'left', '!closed'],
  'room.connecting': ['connected', '!media', 'family', '!closed'],
  'room.starting': ['connected', 'media', 'family', 'unmeasured', '!closed'],
  'room.noPicture': ['connected', 'media', 'family', '!camera', '!closed'],
  'room.notHere': ['connected', 'media', 'family', 'camera', '!closed'],
  'pad.window': ['coding', 'counting', 'running'],
  'pad.outside': ['coding', '!counting', '!running'],
  'pad.coaching': ['!coding', 'counting'],
  'pad.asleep.check-in': ['!coding'],
  'pad.asleep.coding-paused': ['paused'],
  'pad.asleep.closed': ['closed'],
  'link.lost': ['!connected'],
  'link.media.starting': ['connected', '!media'],
  'link.media.mending': ['connected', '!media'],
  'link.good': ['connected', 'media'],
  'link.blind': ['connected', 'media', 'lead', 'lacking', '!closed'],
  'sight.lead.picture': ['connected', 'lead', '!seen', '!closed'],
  'sight.lead.sound': ['connected', 'lead', '!heard', '!closed'],
  'sight.lead.both': ['connected', 'lead', '!seen', '!heard', '!closed'],
  'sight.others.picture': ['connected', '!lead', '!seen', '!closed'],
  'sight.others.sound': ['connected', '!lead', '!heard', '!closed'],
  'sight.others.both': ['connected', '!lead', '!seen', '!heard', '!closed'],
  'recording.unknown': ['!connected'],
  'recording.recording.room-video+room-audio': ['connected', 'agreed', 'camera', 'microphone', '!closed'],
  'recording.recording.room-video': ['connected', 'agreed', 'camera', '!microphone', '!closed'],
  'recording.recording.room-audio': ['connected', 'agreed', '!camera', 'microphone', '!closed'],
  'recording.interrupted': ['connected', 'agreed', '!camera', '!microphone', '!closed'],
  'recording.nothing-agreed': ['connected', '!agreed', '!closed'],
  'recording.over': ['connected', 'closed'],
  'whisper.lost': ['!connected'],
  'whisper.starting': ['connected', '!leaves', '!mending', '!coding', '!closed', 'family', 'voice', 'ear'],
  'whisper.mending': ['connected', '!leaves', 'mending', '!coding', '!closed', 'family', 'voice', 'ear'],
  'whisper.microphone-gone': ['!voice'],
  'whisper.coding': ['connected', 'coding', 'voice'],
  'whisper.closed': ['connected', 'closed', 'voice'],
  'whisper.check-needed': ['connected', '!coding', '!closed', '!checked', 'family', 'voice'],
  'whisper.no-device': ['connected', '!coding', '!closed', '!family', 'voice'],
  'whisper.not-connected': ['connected', '!coding', '!closed', 'family', 'voice', '!ear'],
  'whisper.not-playing': ['connected', '!coding', '!closed', 'family', 'voice', '!ear'],
  'whisper.muted': ['connected', '!coding', '!closed', 'family', 'voice', '!ear'],
  'whisper.open.talk': ['connected', 'leaves', '!coding', '!closed', 'family', 'voice', 'ear'],
  'whisper.open.whisper': ['connected', 'leaves', '!coding', '!closed', 'checked', 'family', 'voice', 'ear'],
  'toLead.lost': ['!connected', '!lead'],
  'toLead.starting': ['connected', '!leaves', '!mending', '!lead', '!closed', 'voice', 'leadSounds'],
  'toLead.mending': ['connected', '!leaves', 'mending', '!lead', '!closed', 'voice', 'leadSounds'],
  'toLead.microphone-gone': ['!lead', '!voice'],
  'toLead.nobody-leads': ['connected', '!lead', 'closed', 'voice'],
  'toLead.lead-soundless': ['connected', '!lead', '!closed', 'voice', '!leadSounds'],
  'toLead.open': ['connected', 'leaves', '!lead', '!closed', 'voice', 'leadSounds'],
};

function truths({
  view: { connection, session, trouble },
  self,
  media,
  way,
  voice,
  shown,
}: Scene): ReadonlySet<string> {
  const { picture, sound } = session.sight;
  const stopped = (sense: SenseSight) => sense.is === 'lost' && sense.why === 'device-stopped';
  const parent = session.participants[PARENT];
  const isCaptured = parent?.capture?.camera !== 'stopped';
  const isLead = self.part === 'lead';
  const isCoding = session.phase === 'coding';
  const isLacking = picture.is === 'lost' || sound.is === 'lost';
  // Only the lead coach’s own connection makes a gap.
  const isKnown = isLead || connection === 'live';
  const isGap = isLacking || parent?.present !== true || (isLead && connection === 'lost');
  const known = {
    connected: connection === 'live',
    media: media === 'connected',
    leaves: way === 'connected',
    mending: way === 'mending',
    lead: isLead,
    seen: picture.is !== 'lost',
    heard: sound.is !== 'lost',
    lacking: isLacking,
    unmeasured: picture.is === 'unknown',
    moves: shown?.stillSince === undefined,
    captured: isCaptured,
    'may-be-old':
      !isCaptured ||
      shown?.stillSince !== undefined ||
      connection === 'lost' ||
      (picture.is === 'lost' && (isLead || stopped(picture))),
    saved: trouble === undefined,
    running: isCoding && !isGap,
    /** Whether a code pressed now counts, in phases with codes. */
    counting: session.phase === 'coaching' || (isCoding && !isGap),
    'may-count': session.phase === 'coaching' || (isCoding && (!isGap || !isKnown)),
    known: isKnown,
    paused: session.phase === 'coding-paused',
    camera: !stopped(picture),
    microphone: !stopped(sound),
    agreed: session.recording.consents.length > 0,
    voice: voice === 'sound',
    coding: isCoding,
    closed: session.phase === 'closed',
    family: parent?.present === true,
    left: parent?.hasLeft === true,
    ear: parent?.sounding === 'works',
    leadSounds: session.participants[LEAD]?.sounding === 'works',
    checked: parent?.earCheck.is === 'passed' || parent?.earCheck.is === 'overridden',
  };
  return truthsOf(known);
}

const SCREENS = { scenes: everyScene, statementsOf };

test('in every state of a session, everything that the clinic’s screens say is true', () => {
  expectEachToBeTrue(SCREENS, CLAIMS, truths);
});

test('only these pairs of statements appear together on the clinic’s screens', () => {
  expect(pairsTogether(SCREENS)).toMatchSnapshot();
});
