import { hasHouseRules } from '#shared/domain/programs/level.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import type { Contraindication, TimeOutSettings } from '#shared/domain/sequence/commandSequence.ts';
import type { FamilyFact } from '#shared/protocol/familyFacts.ts';
import type { SessionReport } from '#shared/protocol/http/report.ts';
import { levelOf } from './levelOf.ts';

/**
 * What a family's therapist last signed about time-outs. A back-up counts only with a signature and its signer. The
 * warning of the back-up is given once in a treatment; a warning that was only due, or was given in another program,
 * does not count. House rules apply from their level on. Rules SEQ8, SEQ9, SEQ13, LVL3.
 */
export function timeOutOf(
  { facts, sessions }: { readonly facts: readonly FamilyFact[]; readonly sessions: readonly SessionReport[] },
  program: Pick<Program, 'id' | 'levels'>,
): TimeOutSettings {
  const agreed = facts.findLast(({ entry }) => entry.type === 'time-out.agree');
  const contraindicated = contraindicationOf(facts);
  const roomWarningGiven = sessions.some((session) => session.program === program.id && session.roomWarningGiven);
  if (agreed?.entry.type !== 'time-out.agree') {
    return { backup: 'none', signedBy: null, houseRules: false, roomWarningGiven, contraindicated };
  }
  const { signedOff, backup, houseRules } = agreed.entry;
  const level = levelOf(
    facts.map(({ entry }) => entry),
    program,
  );
  const isSigned = signedOff && backup !== 'none';
  return {
    backup: isSigned ? backup : 'none',
    signedBy: isSigned ? agreed.by.name : null,
    houseRules: houseRules && hasHouseRules(program, level),
    roomWarningGiven,
    contraindicated,
  };
}

/** Why time-out is contraindicated for a family, by the last entry; null if it is not. Rule SEQ13. */
export function contraindicationOf(facts: readonly FamilyFact[]): Contraindication | null {
  const last = facts.findLast(
    ({ entry }) => entry.type === 'time-out.contraindicate' || entry.type === 'time-out.allow',
  );
  if (last?.entry.type !== 'time-out.contraindicate') return null;
  return { reason: last.entry.reason, by: last.by.name, at: last.at };
}
