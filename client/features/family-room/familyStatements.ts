import type { LiveView, Opening } from '#client/api/liveView.ts';
import type { MediaStanding } from '#client/media/mediaStanding.ts';
import type { FamilyView } from './familyView.ts';
import type { RoomSource } from './roomCapture.ts';
import { earMoment, roomMoment } from './phaseWords.ts';

/** Everything that decides what a family's screen says. */
export type FamilyScene = {
  readonly view: FamilyView;
  readonly connection: LiveView['connection'];
  readonly hasJoined: boolean;
  readonly opening: Opening;
  readonly hasPicture: boolean;
  readonly hasSound: boolean;
  readonly stopped: readonly RoomSource[];
  readonly standing: MediaStanding;
  /** Whether packet loss is high enough to break up a voice. */
  readonly isWeak: boolean;
};

/** What the header of the family room says about the connection. */
export function statusStatement({ connection, standing, isWeak }: FamilyScene) {
  if (connection !== 'live') return connection;
  return standing === 'connected' && isWeak ? 'weak' : standing;
}

/** What the middle of the family room says. */
export function roomStatement(scene: FamilyScene) {
  const { view, connection, hasJoined, opening, hasPicture, hasSound, stopped, standing } = scene;
  if (connection === 'lost') return isPlaying(view) ? 'lost' : 'lostOutside';
  if (!hasJoined) return opening === 'soon' ? 'connecting' : (`opening.${opening}` as const);
  const [first, other] = stopped;
  if (first !== undefined) return `unplugged.${other === undefined ? first : 'both'}` as const;
  if (!view.isAdmitted && !(hasPicture && hasSound)) return 'waiting.starting';
  if (!view.isAdmitted) return view.coachIsHere ? 'waiting.coachHere' : 'waiting.coachNotHere';
  return `moment.${roomMoment(view, standing === 'mending')}` as const;
}

/** What is said about the coach and about others who watch. */
type CompanyStatement = {
  readonly coach:
    | 'seesYou'
    | 'seesOnly'
    | 'seesNow'
    | 'hearsOnly'
    | 'hearsNow'
    | 'starting'
    | 'neither'
    | 'byOther'
    | 'away'
    | 'cutOff'
    | undefined;
  readonly others: 'watching' | 'watchingAlone' | undefined;
};

/** What the footer of the family room says about the coach and others who watch. Undefined if unknown. */
export function companyStatement(scene: FamilyScene): CompanyStatement | undefined {
  const { view, connection } = scene;
  if (connection !== 'live' || !view.isAdmitted) return undefined;
  const watching = view.coachIsHere ? 'watching' : 'watchingAlone';
  return { coach: coachStatement(scene), others: view.alsoWatching.length > 0 ? watching : undefined };
}

/**
 * Says that the coach sees and hears the room only if the coach's page measured it. If this device has lost the media
 * server, that measurement is outdated. If another device shows the room too, the coach gets from this one only what it
 * captures. Rule WIN4.
 */
function coachStatement({ view, hasPicture, hasSound, standing }: FamilyScene): CompanyStatement['coach'] {
  const { coachIsHere, coachHasLeft, coachHas, hasOtherRoom } = view;
  if (!coachIsHere) return coachHasLeft ? 'away' : 'cutOff';
  const has = { picture: coachHas.picture === 'seen', sound: coachHas.sound === 'seen' };
  if (standing === 'mending') return has.picture || has.sound ? undefined : 'neither';
  if (standing !== 'connected') return 'starting';
  const [sees, hears] = [has.picture && hasPicture, has.sound && hasSound];
  if (sees && hears) return 'seesYou';
  if (sees) return hasSound ? 'seesNow' : 'seesOnly';
  if (hears) return hasPicture ? 'hearsNow' : 'hearsOnly';
  // Without another device, the coach's picture and sound are the last ones received from here.
  if (has.picture || has.sound) return hasOtherRoom ? 'byOther' : undefined;
  const isStarting = coachHas.picture === 'unknown' && coachHas.sound === 'unknown';
  return isStarting ? 'starting' : 'neither';
}

/** What is missing before the coach's voice reaches this family. Undefined during coding, which is silent. */
export function offerStatement({ view }: FamilyScene): 'phone' | 'check' | 'checkNow' | undefined {
  const { kind, phase, earCheck, earIsHere, earHears, wearerIsInPlay, wearer } = view;
  if (phase === 'coding' || phase === 'closed' || phase === 'feedback') return undefined;
  if (kind === 'room') return earIsHere || earHears ? undefined : 'phone';
  if (earCheck.is === 'passed' || earCheck.is === 'overridden') return undefined;
  if (phase !== 'coaching' && phase !== 'coding-paused') return 'check';
  return wearerIsInPlay || wearer === undefined ? 'checkNow' : undefined;
}

/** The ear's one large line, and what it adds to "not connected". */
export function earStatement({ view, connection, hasJoined, opening, standing }: FamilyScene) {
  if (!hasJoined) return opening === 'soon' ? 'connecting' : opening;
  const moment = earMoment(view, connection === 'live' && standing !== 'mending');
  return moment === 'notConnected' && !isPlaying(view) ? 'notConnectedOutside' : moment;
}

/** Whether a device that lost its connection may say "keep playing". */
function isPlaying({ isAdmitted, phase }: FamilyView): boolean {
  return isAdmitted && (phase === 'coding' || phase === 'coding-paused' || phase === 'coaching');
}
