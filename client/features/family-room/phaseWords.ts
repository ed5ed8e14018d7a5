import type { FamilyView } from './familyView.ts';

/** The keys of each moment's title and text in `family`. */
type RoomMoment =
  | 'letIn'
  | 'checkIn'
  | 'checkInByPhone'
  | 'checkInUnpaired'
  | 'cutOff'
  | 'checkInUnheard'
  | 'coding'
  | 'codingTask'
  | 'codingUntimed'
  | 'paused'
  | 'coaching'
  | 'coachingByPhone'
  | 'coachingUnheard'
  | 'betweenSituations'
  | 'coachAway'
  | 'coachLost'
  | 'playAlone'
  | 'playAloneLost'
  | 'feedback'
  | 'feedbackUnheard'
  | 'closed';

/** Which texts the family room shows. */
export function roomMoment(
  {
    phase,
    kind,
    isFiveMinutes,
    task,
    coachIsHere,
    coachHasLeft,
    isObserved,
    earIsHere,
    earHears,
    coachHas,
  }: FamilyView,
  isCutOff: boolean,
): RoomMoment {
  // The screen must not say what an absent coach does.
  if (!coachIsHere && phase !== 'closed') {
    const isPlay = phase === 'coding' || phase === 'coaching' || phase === 'coding-paused';
    if (isPlay) return coachHasLeft ? 'playAlone' : 'playAloneLost';
    return coachHasLeft ? 'coachAway' : 'coachLost';
  }
  const canTalk = !isCutOff && coachHas.sound !== 'lost';
  switch (phase) {
    case 'preparing':
    case 'waiting':
      return 'letIn';
    case 'check-in':
      if (!canTalk) return 'cutOff';
      if (earHears) return kind === 'room' ? 'checkInByPhone' : 'checkIn';
      return kind === 'room' && !earIsHere ? 'checkInUnpaired' : 'checkInUnheard';
    case 'coding':
      if (task !== undefined) return 'codingTask';
      return isFiveMinutes ? 'coding' : 'codingUntimed';
    case 'coding-paused':
      return 'paused';
    case 'coaching':
      if (isObserved) return 'betweenSituations';
      if (!earHears) return 'coachingUnheard';
      if (kind === 'room') return 'coachingByPhone';
      return isCutOff ? 'coachingUnheard' : 'coaching';
    case 'feedback':
      if (!canTalk) return 'cutOff';
      return earHears ? 'feedback' : 'feedbackUnheard';
    case 'closed':
      return phase;
  }
}

/** What the ear says, in one large line. */
export type EarMoment =
  | 'notConnected'
  | 'knocking'
  | 'knockingAlone'
  | 'checkFirst'
  | 'speaking'
  | 'quiet'
  | 'paused'
  | 'otherPlays'
  | 'listening'
  | 'talking'
  | 'soundConnecting'
  | 'soundStopped'
  | 'soundMuted'
  | 'coachAway'
  | 'coachLost'
  | 'closed';

/** Which line the ear shows. */
export function earMoment(view: FamilyView, isConnected: boolean): EarMoment {
  if (view.phase === 'closed') return 'closed';
  if (!isConnected) return 'notConnected';
  if (!view.isAdmitted) return view.coachIsHere ? 'knocking' : 'knockingAlone';
  if (!view.coachIsHere) return view.coachHasLeft ? 'coachAway' : 'coachLost';
  if (view.phase === 'coding') return 'quiet';
  const trouble = soundTrouble(view);
  if (view.coachSpeaks) return trouble ?? 'speaking';
  if (view.phase === 'check-in' || view.phase === 'feedback') return trouble ?? 'talking';
  if (!view.wearerIsInPlay && view.wearer !== undefined) return 'otherPlays';
  if (view.earCheck.is === 'needed' || view.earCheck.is === 'failed') return 'checkFirst';
  return trouble ?? (view.phase === 'coding-paused' ? 'paused' : 'listening');
}

/** Why the coach would not be heard here. Rule EAR3. */
function soundTrouble({ sounding }: FamilyView): EarMoment | undefined {
  switch (sounding) {
    case 'works':
      return undefined;
    case undefined:
    case 'not-connected':
      return 'soundConnecting';
    case 'not-playing':
      return 'soundStopped';
    case 'muted':
      return 'soundMuted';
  }
}
