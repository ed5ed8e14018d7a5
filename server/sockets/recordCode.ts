import { momentHeard } from '#shared/domain/momentHeard.ts';
import { findCode, type Program } from '#shared/domain/programs/program.ts';
import type { TreatmentPhase } from '#shared/domain/programs/treatmentPhase.ts';
import { resolveCandidates } from '#shared/domain/scoring/resolveCandidates.ts';
import { isTimeOutStep } from '#shared/domain/sequence/commandSequence.ts';
import type { ParsedInputOf } from '#shared/protocol/contract.ts';
import type { FactDraft } from '#shared/protocol/facts.ts';
import type { ParticipantId } from '#shared/protocol/ids.ts';
import { fail, ok, type Reply } from '#shared/protocol/reply.ts';
import { contraindicatedAt } from '#shared/session/contraindications.ts';
import { programOf } from '#shared/session/programOf.ts';
import { leadAt, type SessionState } from '#shared/session/sessionState.ts';

type Press = ParsedInputOf<'code:record'>;

/** A press as a fact for the log: the code by the rules, at the moment that was heard. Rules COD2 to COD4, CLK2. */
export function recordCode(
  state: SessionState,
  now: number,
  by: ParticipantId,
  press: Press,
): Reply<readonly FactDraft[]> {
  const { codeId, caregiverId, pressedAt, heardDelayMs, candidates, mode } = press;
  const program = programOf(state);
  const code = program && codeOf(press, program);
  const definition = program && code !== undefined ? findCode(program, code) : undefined;
  if (definition === undefined) return fail('invalid', 'This program has no such code.');

  const pressed = momentHeard({ pressedAt, heardDelayMs: 0 }, now);
  const led = leadAt(state, pressed) === by;
  const isTheLeads = definition.stream === 'child' || definition.stream === 'procedure';
  if (isTheLeads && !led) return fail('not-allowed', 'Only the lead coach codes what the child does and the steps.');
  if (definition.stream === 'coach' && led)
    return fail('not-allowed', 'The lead coach does not code the coach’s statements.');

  const heardAt = momentHeard({ pressedAt, heardDelayMs }, now);
  const contraindicated = contraindicatedAt(state, heardAt);
  if (contraindicated !== null && program?.phases.some(isTimeOutCode(definition.code))) {
    return fail('not-now', `Time-out is contraindicated for this family: ${contraindicated.reason}`);
  }
  const why = candidates && mode ? { candidates, mode } : {};
  return ok([
    { type: 'code.recorded', by, codeId, code: definition.code, caregiverId, heardAt, pressedAt: pressed, ...why },
  ]);
}

/** Whether a code warns of time-out or is a step of it. Rule SEQ13. */
function isTimeOutCode(code: string): (phase: TreatmentPhase) => boolean {
  return ({ sequence }) => sequence !== undefined && isTimeOutStep(sequence, code);
}

/** The code that was pressed, or the result of two candidates by the rules. Undefined if one of them is unknown. */
function codeOf({ code, candidates, mode }: Press, program: Program): string | undefined {
  if (candidates === undefined) return mode === undefined ? code : undefined;
  if (mode === undefined || candidates.some((one) => findCode(program, one) === undefined)) return undefined;
  return resolveCandidates(program, candidates, mode);
}

/** Whether its own coder judges a command as effective. A lead coach also judges those for the record. Rule PDI3. */
export function judgeCommand(
  state: SessionState,
  by: ParticipantId,
  { codeId, effective }: Pick<ParsedInputOf<'command:judge'>, 'codeId' | 'effective'>,
): Reply<readonly FactDraft[]> {
  const entry = state.codes.find((one) => one.codeId === codeId);
  if (entry === undefined) return fail('not-found', 'That command is not in the record.');
  if (entry.coder !== by && !(entry.byLead && state.lead === by)) return fail('not-allowed', 'You can’t do that here.');
  const isCommand = programOf(state)?.phases.some(({ sequence }) => sequence?.direct.includes(entry.code));
  if (isCommand !== true) return fail('invalid', 'Only a direct command can be effective or not.');
  return ok([{ type: 'command.judged', by, codeId, effective }]);
}
