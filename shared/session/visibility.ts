import type { Part } from '#shared/domain/people.ts';
import { findCode, type Programme } from '#shared/domain/programmes/programme.ts';
import type { Fact, FactType } from '#shared/protocol/facts.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';

/** Who is looking at the log. */
export type Viewer = { readonly participantId: ParticipantId; readonly part: Part };

type Sight = 'everyone' | 'staff' | 'admitted' | 'admitted and self' | 'staff and family if coach';

/**
 * Which facts reach whom (rule AUD4). A family never receives codes, notes or a supervisor's voice; a device that
 * knocks receives the phase and what concerns itself.
 */
const SIGHT: { readonly [T in FactType]: Sight } = {
  'session.opened': 'everyone',
  'participant.joined': 'admitted and self',
  'participant.left': 'admitted and self',
  'device.admitted': 'admitted and self',
  'device.turned-away': 'admitted and self',
  'device.kind-set': 'admitted and self',
  'device.wearer-set': 'admitted and self',
  'ear-check.finished': 'admitted and self',
  'ear-check.overridden': 'admitted and self',
  'ear-check.voided': 'admitted and self',
  'waiting.opened': 'everyone',
  'check-in.started': 'everyone',
  'coding.started': 'everyone',
  'coding.paused': 'everyone',
  'coding.resumed': 'everyone',
  'coding.finished': 'everyone',
  'window.rated': 'staff',
  'window.voided': 'staff',
  'coaching.started': 'everyone',
  'feedback.started': 'everyone',
  'session.closed': 'everyone',
  'caregiver.chosen': 'everyone',
  'lead.changed': 'everyone',
  'voice.opened': 'staff and family if coach',
  'voice.closed': 'staff and family if coach',
  'code.recorded': 'staff',
  'code.undone': 'staff',
  'command.judged': 'staff',
  'prompt.sent': 'admitted',
  'prompt.delivered': 'admitted',
  'note.written': 'staff',
};

/** Whether this viewer may know this fact of a session of this programme. Rules AUD4, AUD5. */
export function maySee(viewer: Viewer, fact: Fact, programme: Programme | undefined): boolean {
  if (isAboutTheCoach(fact, programme) && viewer.part !== 'observer' && fact.by !== viewer.participantId) return false;
  const isStaff = viewer.part === 'lead' || viewer.part === 'observer';
  const isAdmitted = viewer.part !== 'knocking';
  const isSelf = 'participantId' in fact && fact.participantId === viewer.participantId;
  switch (SIGHT[fact.type]) {
    case 'everyone':
      return true;
    case 'staff':
      return isStaff;
    case 'admitted':
      return isAdmitted;
    case 'admitted and self':
      return isAdmitted || isSelf;
    case 'staff and family if coach':
      return isStaff || (isAdmitted && !('track' in fact && fact.track === 'supervisor-voice'));
  }
}

/** What of a coach's statements somebody coded: nothing that the coach works under while the session goes on. Rule AUD5. */
function isAboutTheCoach(fact: Fact, programme: Programme | undefined): boolean {
  if (fact.type !== 'code.recorded' || programme === undefined) return false;
  return findCode(programme, fact.code)?.stream === 'coach';
}

/** What of these facts a viewer gets: a pause's and an override's reason are the clinic's own. */
export function factsFor(viewer: Viewer, facts: readonly Fact[], programme: Programme | undefined): readonly Fact[] {
  return facts.filter((fact) => maySee(viewer, fact, programme)).map((fact) => redact(viewer, fact));
}

function redact(viewer: Viewer, fact: Fact): Fact {
  if (viewer.part === 'lead' || viewer.part === 'observer') return fact;
  if (fact.type === 'session.opened') return { ...fact, edits: null, timeOut: undefined, stage: null };
  if (fact.type === 'coding.paused') return { ...fact, reason: '' };
  if (fact.type === 'ear-check.overridden') return { ...fact, reason: '···' };
  return fact;
}
