import { expect, test } from 'vitest';
import { DEVICE_KINDS } from '#shared/domain/people.ts';
import { PHASES } from '#shared/domain/phase.ts';
import { type Claims, expectEachToBeSo, pairsTogether, truthsOf } from '#client/components/statements.builder.ts';
import { companyStatement, earStatement, type FamilyScene, offerStatement, roomStatement } from './familyStatements.ts';
import type { RoomSource } from './roomCapture.ts';
import type { FamilyView } from './familyView.ts';

const BOTH = [true, false] as const;
const STOPPED: readonly (readonly RoomSource[])[] = [[], ['camera'], ['microphone'], ['camera', 'microphone']];
const JON = { caregiverId: '00000000-0000-4000-8000-00000000000b', name: 'Jon' };

/** How a device's ear check and its sound may stand. */
const EARS = [
  ['needed', 'works'],
  ['passed', 'works'],
  ['passed', 'muted'],
  ['passed', 'not-playing'],
  ['passed', 'not-connected'],
  ['needed', undefined],
] as const;

/** Every state that a family's screen can be in while its session is not over. */
function* everyScene(): Generator<FamilyScene> {
  const phases = PHASES.filter((phase) => phase !== 'closed');
  // Only where a session coaches does it matter whether it is an observation.
  const named = [...phases.map((phase) => [phase, false] as const), ['coaching', true] as const];
  for (const kind of DEVICE_KINDS)
    for (const [phase, isObserved] of named)
      for (const isAdmitted of BOTH)
        for (const coachIsHere of BOTH)
          for (const coachSpeaks of BOTH)
            for (const connection of ['connecting', 'live', 'lost'] as const)
              for (const stopped of STOPPED)
                for (const watched of BOTH)
                  for (const [earCheck, sounding] of EARS)
                    for (const picture of ['seen', 'lost', 'unknown'] as const)
                      for (const sound of ['seen', 'lost', 'unknown'] as const) {
                        // Nothing of a device that captures nothing is seen or heard.
                        const coachHas = {
                          picture: stopped.includes('camera') ? 'lost' : picture,
                          sound: stopped.includes('microphone') ? 'lost' : sound,
                        };
                        // In check-in and feedback the coach talks; otherwise a checked ear alone hears a whisper.
                        const isTalk = phase === 'check-in' || phase === 'feedback';
                        const isWhisper = phase === 'coaching' || phase === 'coding-paused';
                        const reaches = isTalk || (isWhisper && earCheck === 'passed');
                        const view = {
                          kind,
                          phase,
                          isAdmitted,
                          // Whoever is not here speaks to nobody: leaving closes the voice.
                          coachSpeaks: coachSpeaks && coachIsHere && phase !== 'coding',
                          coachIsHere,
                          coachHas,
                          sounding,
                          mayPlayVoice: kind !== 'room' && reaches,
                          // Of a room device, the ear is the family's phone.
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
                          hasPicture: !stopped.includes('camera'),
                          hasSound: !stopped.includes('microphone'),
                          stopped,
                        };
                        yield { view, connection, hasJoined: connection !== 'connecting', ...media };
                      }
}

const CLAIMS: Claims = {
  lost: ['!connected', 'playing'],
  lostOutside: ['!connected', '!playing'],
  connecting: ['!connected'],
  'unplugged.camera': ['!camera', 'microphone'],
  'unplugged.microphone': ['camera', '!microphone'],
  'unplugged.both': ['!camera', '!microphone'],
  'waiting.coachHere': ['connected', 'coach', '!admitted', '!playing'],
  'waiting.coachNotHere': ['connected', '!coach', '!admitted', '!playing'],
  'moment.letIn': ['connected', 'coach', 'admitted', '!playing', 'camera', 'microphone'],
  'moment.checkIn': ['connected', 'coach', 'admitted', '!playing', 'camera', 'microphone', 'earHears'],
  'moment.checkInByPhone': [
    'connected',
    'coach',
    'admitted',
    '!playing',
    'camera',
    'microphone',
    'earHears',
    'earHere',
  ],
  'moment.checkInUnheard': ['connected', 'coach', 'admitted', '!playing', '!earHears'],
  'moment.coding': ['connected', 'coach', 'admitted', 'playing', 'camera', 'microphone'],
  'moment.paused': ['connected', 'coach', 'admitted', 'playing'],
  'moment.coaching': ['connected', 'coach', 'admitted', 'playing', 'earHears'],
  'moment.coachingByPhone': ['connected', 'coach', 'admitted', 'playing', 'earHears', 'earHere'],
  'moment.betweenSituations': ['connected', 'coach', 'admitted', 'playing'],
  'moment.coachingUnheard': ['connected', 'coach', 'admitted', 'playing', '!earHears'],
  'moment.feedback': ['connected', 'coach', 'admitted', '!playing', 'earHears'],
  'moment.feedbackUnheard': ['connected', 'coach', 'admitted', '!playing', '!earHears'],
  'moment.coachAway': ['connected', '!coach', 'admitted', '!playing'],
  'moment.playAlone': ['connected', '!coach', 'admitted', 'playing'],
  'offer.phone': ['connected', 'admitted', '!earHears', '!earHere'],
  'offer.check': ['connected', 'admitted', '!checked'],
  'offer.checkNow': ['connected', 'admitted', 'playing', '!checked', '!earHears'],
  'company.seesYou': ['connected', 'coach', 'admitted', 'seen', 'heard'],
  'company.seesOnly': ['connected', 'coach', 'admitted', 'seen', '!microphone'],
  'company.seesNow': ['connected', 'coach', 'admitted', 'seen', '!heard', 'microphone'],
  'company.hearsOnly': ['connected', 'coach', 'admitted', 'heard', '!camera'],
  'company.hearsNow': ['connected', 'coach', 'admitted', 'heard', '!seen', 'camera'],
  'company.neither': ['connected', 'coach', 'admitted', '!seen', '!heard'],
  'company.starting': ['connected', 'coach', 'admitted', '!seen', '!heard'],
  'company.away': ['connected', '!coach', 'admitted'],
  'company.watching': ['connected', 'coach', 'admitted'],
  'company.watchingAlone': ['connected', '!coach', 'admitted'],
  'ear.connecting': ['!connected', '!joined'],
  'ear.notConnected': ['!connected', 'playing', 'joined'],
  'ear.notConnectedOutside': ['!connected', '!playing', 'joined'],
  'ear.knocking': ['connected', '!admitted'],
  'ear.checkFirst': ['connected', 'coach', 'admitted'],
  'ear.speaking': ['connected', 'coach', 'admitted', 'sounds'],
  'ear.quiet': ['connected', 'coach', 'admitted', 'playing'],
  'ear.paused': ['connected', 'coach', 'admitted', 'playing'],
  'ear.listening': ['connected', 'coach', 'admitted', 'sounds'],
  'ear.talking': ['connected', 'coach', 'admitted', '!playing', 'sounds'],
  'ear.soundConnecting': ['connected', 'coach', 'admitted', '!sounds'],
  'ear.soundStopped': ['connected', 'coach', 'admitted', '!sounds'],
  'ear.soundMuted': ['connected', 'coach', 'admitted', '!sounds'],
  'ear.coachAway': ['connected', '!coach', 'admitted'],
};

/** What is so, in the words of the claims. */
function truths({ view, connection, stopped, hasJoined }: FamilyScene): ReadonlySet<string> {
  const isPlay = ['coding', 'coding-paused', 'coaching'].includes(view.phase) && view.isAdmitted;
  const known = {
    connected: connection === 'live',
    joined: hasJoined,
    coach: view.coachIsHere,
    admitted: view.isAdmitted,
    playing: isPlay,
    camera: !stopped.includes('camera'),
    microphone: !stopped.includes('microphone'),
    seen: view.coachHas.picture === 'seen',
    heard: view.coachHas.sound === 'seen',
    sounds: view.sounding === 'works',
    earHears: view.earHears,
    earHere: view.earIsHere,
    checked: view.earCheck.is === 'passed',
  };
  return truthsOf(known);
}

function statementsOf(scene: FamilyScene): readonly string[] {
  if (scene.view.kind === 'ear') return [`ear.${earStatement(scene)}`];
  const company = companyStatement(scene);
  const said = company === undefined ? [] : [company.coach, company.others].filter((one) => one !== undefined);
  const middle = roomStatement(scene);
  // The offers stand below the moment, and nowhere else.
  const offer = middle.startsWith('moment.') ? offerStatement(scene) : undefined;
  return [middle, ...(offer === undefined ? [] : [`offer.${offer}`]), ...said.map((one) => `company.${one}`)];
}

const SCREENS = { scenes: everyScene, statementsOf };

test('whatever state a family’s screen is in, each thing that it says is so', () => {
  expectEachToBeSo(SCREENS, CLAIMS, truths);
});

test('these pairs of statements may stand together in a family’s room, and no others', () => {
  expect(pairsTogether(SCREENS)).toMatchSnapshot();
});
