import { expect, test } from 'vitest';
import { DEVICE_KINDS } from '#shared/domain/people.ts';
import { PHASES } from '#shared/domain/phase.ts';
import { type Claims, expectEachToBeTrue, pairsTogether, truthsOf } from '#client/testing/statements.ts';
import type { MediaStanding } from '#client/media/mediaStanding.ts';
import {
  companyStatement,
  earStatement,
  type FamilyScene,
  offerStatement,
  roomStatement,
  statusStatement,
} from './familyStatements.ts';
import type { RoomSource } from './roomCapture.ts';
import type { FamilyView } from './familyView.ts';

const BOTH = [true, false] as const;
const STOPPED: readonly (readonly RoomSource[])[] = [[], ['camera'], ['microphone'], ['camera', 'microphone']];
const OPENINGS = ['soon', 'unreached', 'cannotSave'] as const;
const JON = { caregiverId: '00000000-0000-4000-8000-00000000000b', name: 'Jon' };

/** Possible states of a device's ear check and its sound. */
const EARS = [
  ['needed', 'works'],
  ['passed', 'works'],
  ['passed', 'muted'],
  ['passed', 'not-playing'],
  ['passed', 'not-connected'],
  ['needed', undefined],
] as const;

/** Every state that a family's screen can have before its session is over. */
function* everyScene(): Generator<FamilyScene> {
  const phases = PHASES.filter((phase) => phase !== 'closed');
  // Whether it is an observation matters only while coaching.
  const named = [...phases.map((phase) => [phase, false] as const), ['coaching', true] as const];
  for (const kind of DEVICE_KINDS)
    for (const [phase, isObserved] of named)
      for (const isAdmitted of BOTH)
        for (const [coachIsHere, coachHasLeft] of [
          [true, false],
          [false, true],
          [false, false],
        ] as const)
          for (const coachSpeaks of BOTH)
            for (const connection of ['connecting', 'live', 'lost'] as const)
              for (const stopped of STOPPED)
                for (const watched of BOTH)
                  for (const [earCheck, sounding] of EARS)
                    for (const picture of ['seen', 'lost', 'unknown'] as const)
                      for (const sound of ['seen', 'lost', 'unknown'] as const) {
                        for (const { standing, isWeak, isCaptured } of mediaOf(connection, isAdmitted)) {
                          // A failure of the camera is known only after opening it.
                          if (!isCaptured && stopped.length > 0) continue;
                          // Independent of what this device captures: another device of the room may send as well.
                          const coachHas = { picture, sound };
                          // In check-in and feedback the coach talks normally; otherwise only a checked ear hears a
                          // whisper.
                          const isTalk = phase === 'check-in' || phase === 'feedback';
                          const isWhisper = phase === 'coaching' || phase === 'coding-paused';
                          const reaches = isTalk || (isWhisper && earCheck === 'passed');
                          const view = {
                            kind,
                            phase,
                            isAdmitted,
                            // A coach who is away speaks to nobody, because leaving closes the voice.
                            coachSpeaks: coachSpeaks && coachIsHere && phase !== 'coding',
                            coachIsHere,
                            coachHasLeft,
                            coachHas,
                            sounding,
                            mayPlayVoice: kind !== 'room' && reaches,
                            // For a room device, the ear is the family's phone.
                            earHears: reaches && sounding === 'works',
                            earIsHere: kind === 'room' && sounding !== undefined,
                            alsoWatching: watched ? ['Dana'] : [],
                            earCheck: { is: earCheck },
                            isFiveMinutes: true,
                            isObserved,
                            wearer: JON,
                            wearerIsInPlay: true,
                            coach: 'Noor',
                            caregivers: [JON],
                            inPlay: JON,
                          } as unknown as FamilyView;
                          const media = {
                            hasPicture: isCaptured && !stopped.includes('camera'),
                            hasSound: isCaptured && !stopped.includes('microphone'),
                            stopped,
                            standing,
                            isWeak,
                          };
                          const hasJoined = connection !== 'connecting';
                          for (const opening of hasJoined ? (['soon'] as const) : OPENINGS)
                            for (const hasOtherRoom of stopped.length > 0 ? BOTH : [false])
                              yield { view: { ...view, hasOtherRoom }, connection, hasJoined, opening, ...media };
                        }
                      }
}

type Media = { readonly standing: MediaStanding; readonly isWeak: boolean; readonly isCaptured: boolean };

/** Possible media states of a device: idle until it is let in. */
function mediaOf(connection: FamilyScene['connection'], isAdmitted: boolean): readonly Media[] {
  if (connection !== 'live' || !isAdmitted) {
    return BOTH.map((isCaptured) => ({ standing: 'idle', isWeak: false, isCaptured }));
  }
  return [
    { standing: 'idle', isWeak: false, isCaptured: false },
    { standing: 'starting', isWeak: false, isCaptured: true },
    { standing: 'connected', isWeak: false, isCaptured: true },
    { standing: 'connected', isWeak: true, isCaptured: true },
    { standing: 'mending', isWeak: false, isCaptured: true },
  ];
}

const CLAIMS: Claims = {
  lost: ['!connected', 'playing'],
  lostOutside: ['!connected', '!playing'],
  connecting: ['!connected', 'soon'],
  'opening.unreached': ['!connected', '!joined', 'late', '!full'],
  'opening.cannotSave': ['!connected', '!joined', 'full'],
  'unplugged.camera': ['!camera', 'microphone'],
  'unplugged.microphone': ['camera', '!microphone'],
  'unplugged.both': ['!camera', '!microphone'],
  'status.connecting': ['!connected'],
  'status.lost': ['!connected'],
  'status.idle': ['connected', '!media'],
  'status.starting': ['connected', '!media'],
  'status.mending': ['connected', '!media', 'cutOff'],
  'status.connected': ['connected', 'media'],
  'status.weak': ['connected', 'media'],
  'waiting.starting': ['connected', '!admitted', '!playing', '!captured'],
  'waiting.coachHere': ['connected', 'coach', '!admitted', '!playing', 'captured', 'camera', 'microphone'],
  'waiting.coachNotHere': ['connected', '!coach', '!admitted', '!playing', 'captured', 'camera', 'microphone'],
  'moment.letIn': ['connected', 'coach', 'admitted', '!playing', 'camera', 'microphone'],
  'moment.checkIn': ['connected', 'coach', 'admitted', '!playing', 'camera', 'microphone', '!apart', 'earHears'],
  'moment.checkInByPhone': ['connected', 'coach', 'admitted', '!playing', 'microphone', '!apart', 'ear', 'earHears'],
  'moment.checkInUnpaired': ['connected', 'coach', 'admitted', '!playing', 'microphone', '!apart', '!ear', '!earHears'],
  'moment.checkInUnheard': ['connected', 'coach', 'admitted', '!playing', '!apart', '!earHears'],
  'moment.feedbackUnheard': ['connected', 'coach', 'admitted', '!playing', '!apart', '!earHears'],
  'offer.phone': ['connected', 'admitted', '!earHears', '!ear'],
  'offer.check': ['connected', 'admitted', '!checked'],
  'offer.checkNow': ['connected', 'admitted', 'playing', '!checked', '!earHears'],
  'moment.cutOff': ['connected', 'coach', 'admitted', '!playing', 'apart'],
  'moment.coding': ['connected', 'coach', 'admitted', 'playing', 'camera', 'microphone'],
  'moment.paused': ['connected', 'coach', 'admitted', 'playing'],
  'moment.coaching': ['connected', 'coach', 'admitted', 'playing', '!cutOff', 'earHears'],
  'moment.coachingByPhone': ['connected', 'coach', 'admitted', 'playing', 'ear', 'earHears'],
  'moment.betweenSituations': ['connected', 'coach', 'admitted', 'playing'],
  'moment.coachingUnheard': ['connected', 'coach', 'admitted', 'playing'],
  'moment.feedback': ['connected', 'coach', 'admitted', '!playing', '!apart', 'earHears'],
  'moment.coachAway': ['connected', '!coach', 'left', 'admitted', '!playing'],
  'moment.coachLost': ['connected', '!coach', '!left', 'admitted', '!playing'],
  'moment.playAlone': ['connected', '!coach', 'left', 'admitted', 'playing'],
  'moment.playAloneLost': ['connected', '!coach', '!left', 'admitted', 'playing'],
  'company.seesYou': ['connected', 'coach', 'admitted', 'seen', 'heard', 'camera', 'microphone', 'media'],
  'company.seesOnly': ['connected', 'coach', 'admitted', 'seen', 'camera', '!microphone', 'media'],
  'company.seesNow': ['connected', 'coach', 'admitted', 'seen', 'camera', '!heard', 'microphone', 'media'],
  'company.hearsOnly': ['connected', 'coach', 'admitted', 'heard', 'microphone', '!camera', 'media'],
  'company.hearsNow': ['connected', 'coach', 'admitted', 'heard', 'microphone', '!seen', 'camera', 'media'],
  'company.neither': ['connected', 'coach', 'admitted', '!seen', '!heard'],
  'company.byOther': ['connected', 'coach', 'admitted', '!hasThis', 'hasOther', 'media'],
  'company.starting': ['connected', 'coach', 'admitted', '!cutOff'],
  'company.away': ['connected', '!coach', 'left', 'admitted'],
  'company.cutOff': ['connected', '!coach', '!left', 'admitted'],
  'company.watching': ['connected', 'coach', 'admitted'],
  'company.watchingAlone': ['connected', '!coach', 'admitted'],
  'ear.connecting': ['unheard', '!joined', 'soon'],
  'ear.unreached': ['unheard', '!joined', 'late', '!full'],
  'ear.cannotSave': ['unheard', '!joined', 'full'],
  'ear.notConnected': ['unheard', 'joined', 'playing'],
  'ear.notConnectedOutside': ['unheard', 'joined', '!playing'],
  'ear.knocking': ['connected', 'coach', '!admitted'],
  'ear.knockingAlone': ['connected', '!coach', '!admitted'],
  'ear.checkFirst': ['connected', 'coach', 'admitted'],
  'ear.speaking': ['connected', '!cutOff', 'coach', 'admitted', 'sounds'],
  'ear.quiet': ['connected', 'coach', 'admitted', 'playing'],
  'ear.paused': ['connected', 'coach', 'admitted', 'playing'],
  'ear.listening': ['connected', '!cutOff', 'coach', 'admitted', 'sounds'],
  'ear.talking': ['connected', '!cutOff', 'coach', 'admitted', '!playing', 'sounds'],
  'ear.soundConnecting': ['connected', 'coach', 'admitted', '!sounds'],
  'ear.soundStopped': ['connected', 'coach', 'admitted', '!sounds'],
  'ear.soundMuted': ['connected', 'coach', 'admitted', '!sounds'],
  'ear.coachAway': ['connected', '!coach', 'left', 'admitted'],
  'ear.coachLost': ['connected', '!coach', '!left', 'admitted'],
};

function truths({
  view,
  connection,
  hasJoined,
  opening,
  stopped,
  standing,
  hasPicture,
  hasSound,
}: FamilyScene): ReadonlySet<string> {
  const isPlay = ['coding', 'coding-paused', 'coaching'].includes(view.phase) && view.isAdmitted;
  const has = [
    { isSeen: view.coachHas.picture === 'seen', isCaptured: hasPicture },
    { isSeen: view.coachHas.sound === 'seen', isCaptured: hasSound },
  ];
  const known = {
    connected: connection === 'live',
    joined: hasJoined,
    soon: opening === 'soon',
    late: opening === 'unreached',
    full: opening === 'cannotSave',
    coach: view.coachIsHere,
    left: view.coachHasLeft,
    admitted: view.isAdmitted,
    playing: isPlay,
    camera: !stopped.includes('camera'),
    microphone: !stopped.includes('microphone'),
    captured: hasPicture && hasSound,
    media: standing === 'connected',
    cutOff: standing === 'mending',
    apart: standing === 'mending' || view.coachHas.sound === 'lost',
    unheard: connection !== 'live' || standing === 'mending',
    ear: view.earIsHere,
    seen: view.coachHas.picture === 'seen',
    heard: view.coachHas.sound === 'seen',
    sounds: view.sounding === 'works',
    earHears: view.earHears,
    checked: view.earCheck.is === 'passed',
    hasThis: has.some(({ isSeen, isCaptured }) => isSeen && isCaptured),
    hasOther: view.hasOtherRoom && has.some(({ isSeen, isCaptured }) => isSeen && !isCaptured),
  };
  return truthsOf(known);
}

function statementsOf(scene: FamilyScene): readonly string[] {
  if (scene.view.kind === 'ear') return [`ear.${earStatement(scene)}`];
  const company = companyStatement(scene);
  const said = company === undefined ? [] : [company.coach, company.others].filter((one) => one !== undefined);
  const middle = roomStatement(scene);
  // Offers appear only below the moment.
  const offer = middle.startsWith('moment.') ? offerStatement(scene) : undefined;
  return [
    `status.${statusStatement(scene)}`,
    middle,
    ...(offer === undefined ? [] : [`offer.${offer}`]),
    ...said.map((one) => `company.${one}`),
  ];
}

const SCREENS = { scenes: everyScene, statementsOf };

test('in every state, everything that a family’s screen says is true', () => {
  expectEachToBeTrue(SCREENS, CLAIMS, truths);
});

test('only these pairs of statements appear together in a family’s room', () => {
  expect(pairsTogether(SCREENS)).toMatchSnapshot();
});
