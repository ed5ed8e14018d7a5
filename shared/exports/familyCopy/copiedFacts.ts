import { findCode, type Program } from '#shared/domain/programs/program.ts';
import type { Fact, FactType } from '#shared/protocol/facts.ts';

/**
 * What of a session's log a family's copy contains. Left out is what the clinic notes about its own staff: supervision,
 * second codings that compare coders, and remarks among reviewers. Rule ERA7.
 */
const IS_COPIED: { readonly [T in FactType]: boolean } = {
  'session.opened': true,
  'participant.joined': true,
  'participant.left': true,
  'device.admitted': true,
  'device.turned-away': true,
  'device.kind-set': true,
  'device.wearer-set': true,
  'ear-check.finished': true,
  'ear-check.overridden': true,
  'ear-check.voided': true,
  'sight.lost': true,
  'sight.returned': true,
  'capture.changed': true,
  'sounding.changed': true,
  'waiting.opened': true,
  'check-in.started': true,
  'safety.confirmed': true,
  'emergency.raised': true,
  'emergency.ended': true,
  'contraindication.changed': true,
  'coding.started': true,
  'coding.paused': true,
  'coding.resumed': true,
  'coding.finished': true,
  'window.rated': true,
  'window.voided': true,
  'coaching.started': true,
  'feedback.started': true,
  'session.closed': true,
  'caregiver.chosen': true,
  'lead.changed': true,
  'voice.opened': true,
  'voice.closed': true,
  'code.recorded': true,
  'code.undone': true,
  'command.judged': true,
  'prompt.sent': true,
  'prompt.withdrawn': true,
  'prompt.delivered': true,
  'note.written': true,
  'consent.given': true,
  'consent.withdrawn': true,
  'recording.held': true,
  'recording.released': true,
  'recording.started': true,
  'recording.stopped': true,
  'recording.prevented': true,
  'recording.possible': true,
  'observer.blinded': false,
  'reviewer.arrived': false,
  'review.opened': false,
  'code.corrected': true,
  'code.added': true,
  'utterance.written': true,
  'speech.found': true,
  'speech.transcribed': true,
  'second-coding.started': false,
  'second-coding.coded': false,
  'second-coding.undone': false,
  'second-coding.finished': false,
  'second-coding.imported': false,
  'comment.written': false,
  'bookmark.set': false,
  'remark.removed': false,
  'fidelity.rated': false,
  'session.signed-off': true,
  'sign-off.withdrawn': true,
  'session.exported': true,
};

/** The facts of a session that its family gets a copy of. Rule ERA7. */
export function copiedFacts(facts: readonly Fact[], program: Program | undefined): readonly Fact[] {
  const leads = new Set<string>(facts.flatMap(leadOf));
  const left = new Set<string>();
  return facts.filter((fact) => {
    if (!IS_COPIED[fact.type]) return false;
    if ('track' in fact && fact.track === 'supervisor-voice') return false;
    if (fact.type === 'code.recorded' && isAboutStaff(fact, leads, program)) {
      left.add(fact.codeId);
      return false;
    }
    return !('codeId' in fact && fact.codeId !== null && left.has(fact.codeId));
  });
}

function leadOf(fact: Fact): readonly string[] {
  if (fact.type === 'session.opened') return [fact.lead];
  return fact.type === 'lead.changed' ? [fact.to] : [];
}

/** A code of the coach's own words, or one that an observer gave for a comparison. */
function isAboutStaff(
  { by, code }: Extract<Fact, { type: 'code.recorded' }>,
  leads: ReadonlySet<string>,
  program: Program | undefined,
): boolean {
  return !leads.has(by) || (program !== undefined && findCode(program, code)?.stream === 'coach');
}
