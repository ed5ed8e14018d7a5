import type { Part } from '#shared/domain/people.ts';
import { findCode, type Program } from '#shared/domain/programs/program.ts';
import type { Fact, FactType } from '#shared/protocol/facts.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { NAMELESS } from '#shared/protocol/names.ts';
import { placeOfCode } from './codeList.ts';
import { leadAt, type SessionState } from './sessionState.ts';

/** The person who reads the log. `blind`: they code without seeing the codes of others. Rule REV2. */
export type Viewer = { readonly participantId: ParticipantId; readonly part: Part; readonly blind: boolean };

type Sight =
  | 'everyone'
  | 'staff'
  | 'staff who see codes'
  | 'admitted'
  | 'admitted and self'
  | 'admitted, self and of a lead'
  | 'staff and family if coach'
  | 'reviewers'
  | 'reviewers who see codes';

/** What of the session decides who sees which fact. */
export type Scene = Pick<SessionState, 'codes' | 'leads'> & { readonly program: Program | undefined };

/**
 * Which facts reach whom (rule AUD4). A family never receives codes, notes or a supervisor's voice. A knocking device
 * receives the phase, whether the lead coach is here, and facts about itself. What reveals codes is only for those “who
 * see codes”: not for a coder who is blind, nor before one opens the review (rules REV1, REV2).
 */
const SIGHT: { readonly [T in FactType]: Sight } = {
  'session.opened': 'everyone',
  'participant.joined': 'admitted, self and of a lead',
  'participant.left': 'admitted, self and of a lead',
  'device.admitted': 'admitted and self',
  'device.turned-away': 'admitted and self',
  'device.kind-set': 'admitted and self',
  'device.wearer-set': 'admitted and self',
  'ear-check.finished': 'admitted and self',
  'ear-check.overridden': 'admitted and self',
  'ear-check.voided': 'admitted and self',
  'sight.lost': 'admitted',
  'sight.returned': 'admitted',
  'capture.changed': 'admitted and self',
  'sounding.changed': 'admitted and self',
  'waiting.opened': 'everyone',
  'check-in.started': 'everyone',
  'safety.confirmed': 'staff',
  'emergency.raised': 'admitted',
  'emergency.ended': 'admitted',
  'contraindication.changed': 'staff',
  'coding.started': 'everyone',
  'coding.paused': 'everyone',
  'coding.resumed': 'everyone',
  'coding.finished': 'everyone',
  'window.rated': 'staff who see codes',
  'window.voided': 'staff',
  'coaching.started': 'everyone',
  'feedback.started': 'everyone',
  'session.closed': 'everyone',
  'caregiver.chosen': 'everyone',
  'lead.changed': 'everyone',
  'voice.opened': 'staff and family if coach',
  'voice.closed': 'staff and family if coach',
  'code.recorded': 'staff who see codes',
  'code.undone': 'staff who see codes',
  'command.judged': 'staff who see codes',
  'prompt.sent': 'admitted',
  'prompt.withdrawn': 'admitted',
  'prompt.delivered': 'admitted',
  'note.written': 'staff who see codes',
  'consent.given': 'admitted',
  'consent.withdrawn': 'admitted',
  'recording.held': 'admitted',
  'recording.released': 'admitted',
  'recording.started': 'everyone',
  'recording.stopped': 'everyone',
  'recording.prevented': 'everyone',
  'recording.possible': 'everyone',
  'observer.blinded': 'staff',
  'reviewer.arrived': 'reviewers',
  'review.opened': 'reviewers',
  'code.corrected': 'reviewers who see codes',
  'code.added': 'reviewers who see codes',
  'utterance.written': 'reviewers who see codes',
  'speech.found': 'reviewers',
  'speech.transcribed': 'reviewers who see codes',
  'second-coding.started': 'reviewers',
  'second-coding.coded': 'reviewers who see codes',
  'second-coding.undone': 'reviewers who see codes',
  'second-coding.finished': 'reviewers',
  'second-coding.imported': 'reviewers who see codes',
  'comment.written': 'reviewers who see codes',
  'bookmark.set': 'reviewers who see codes',
  'remark.removed': 'reviewers',
  'fidelity.rated': 'reviewers who see codes',
  'session.signed-off': 'reviewers',
  'sign-off.withdrawn': 'reviewers',
  'session.exported': 'reviewers',
};

/** Whether this viewer may know this fact during the live session. Rules AUD4, AUD5, REV2. */
export function maySee(viewer: Viewer, fact: Fact, scene: Scene): boolean {
  if (isHidden(viewer, fact, scene)) return false;
  const isStaff = viewer.part === 'lead' || viewer.part === 'observer';
  const isAdmitted = viewer.part !== 'knocking';
  const isSelf = 'participantId' in fact && fact.participantId === viewer.participantId;
  switch (SIGHT[fact.type]) {
    case 'everyone':
      return true;
    case 'staff':
    case 'staff who see codes':
      return isStaff;
    case 'admitted':
      return isAdmitted;
    case 'admitted and self':
      return isAdmitted || isSelf;
    case 'admitted, self and of a lead':
      return isAdmitted || isSelf || isAboutLead(fact, scene);
    case 'staff and family if coach':
      return isStaff || (isAdmitted && !('track' in fact && fact.track === 'supervisor-voice'));
    case 'reviewers':
    case 'reviewers who see codes':
      // A review is read over HTTP, where the server knows who has opened it.
      return false;
  }
}

/** A knocking device is told whether a lead coach, present or former, is here to let it in. */
function isAboutLead(fact: Fact, { leads }: Scene): boolean {
  return 'participantId' in fact && leads.some(({ lead }) => lead === fact.participantId);
}

/**
 * The codes of others that a person must not see during the session. A blind coder sees none. The lead coach sees none
 * by observers, who may code the coach, or the parent for a comparison. Rules AUD5, REV2.
 */
function isHidden(viewer: Viewer, fact: Fact, scene: Scene): boolean {
  if (fact.by === viewer.participantId) return false;
  if (viewer.blind) return REVEALS_CODES.has(fact.type);
  if (isCoachCode(fact, scene)) return viewer.part !== 'observer';
  return viewer.part === 'lead' && isObserverCode(fact, scene);
}

/** The types of facts that reveal codes. */
export const REVEALS_CODES: ReadonlySet<string> = new Set(
  Object.entries(SIGHT).flatMap(([type, sight]) => (sight.endsWith('who see codes') ? [type] : [])),
);

/** Codes of a coach's statements. The coach does not see them while working in the session. Rule AUD5. */
function isCoachCode(fact: Fact, { program, codes }: Scene): boolean {
  if (program === undefined) return false;
  const code = fact.type === 'code.recorded' ? fact.code : codeOf(fact, codes)?.code;
  return code !== undefined && findCode(program, code)?.stream === 'coach';
}

function isObserverCode(fact: Fact, scene: Scene): boolean {
  if (fact.type === 'code.recorded') return leadAt(scene, fact.pressedAt) !== fact.by;
  return codeOf(fact, scene.codes)?.byLead === false;
}

/** The code that a fact undoes or judges. */
function codeOf(fact: Fact, codes: Scene['codes']) {
  if (fact.type !== 'code.undone' && fact.type !== 'command.judged') return undefined;
  return codes[placeOfCode(codes, fact.codeId)];
}

/** What a viewer receives of these facts. The reasons of a pause and of an override stay with the clinic. */
export function factsFor(viewer: Viewer, facts: readonly Fact[], scene: Scene): readonly Fact[] {
  return facts.filter((fact) => maySee(viewer, fact, scene)).map((fact) => redact(viewer, fact));
}

function redact(viewer: Viewer, fact: Fact): Fact {
  if (viewer.part === 'lead' || viewer.part === 'observer') return fact;
  if (viewer.part === 'knocking') return redactForFamily(withoutNames(fact));
  return redactForFamily(fact);
}

function redactForFamily(fact: Fact): Fact {
  if (fact.type === 'session.opened') return { ...fact, edits: null, timeOut: undefined, stage: null, level: null };
  if (fact.type === 'coding.paused') return { ...fact, reason: '' };
  if (fact.type === 'ear-check.overridden') return { ...fact, reason: '···' };
  return fact;
}

/** A device that was not let in may have the link of another family, so it learns nobody's name. Rule PER6. */
function withoutNames(fact: Fact): Fact {
  if (fact.type === 'participant.joined') return { ...fact, name: NAMELESS };
  if (fact.type !== 'session.opened') return fact;
  const caregivers = fact.caregivers.map((one) => ({ ...one, name: NAMELESS }));
  return { ...fact, familyName: NAMELESS, leadName: NAMELESS, caregivers };
}
