import { openCommands } from '#shared/domain/scoring/openCommands.ts';
import type { CodeId } from '#shared/protocol/ids.ts';
import { countingCodes } from '../sessionReport.ts';
import { findCode, findTreatmentPhase, type Program } from '#shared/domain/programs/program.ts';
import { type CodeEntry, type SessionState, startOf } from '../sessionState.ts';
import { latePressOf } from '../latePress.ts';
import { isOutside } from '../windowOfCode.ts';
import { personIn } from './personIn.ts';
import type { PlacedWords } from './placeWords.ts';
import type { CodeStanding, TranscriptLineOf } from './transcriptLine.ts';

/** Every code, also undone and corrected ones: each once, as its coder gave it. Rule REV3. */
export function codeLines(
  state: SessionState,
  program: Program,
  { ofCode }: PlacedWords,
): readonly TranscriptLineOf<'code'>[] {
  const open = openCodes(state, program);
  return state.codes.map((entry) => {
    const { codeId, code, heardAt: at, coder, byLead, candidates, mode, effective } = entry;
    const stream = findCode(program, code)?.stream;
    return {
      type: 'code',
      key: `code-${codeId}`,
      at,
      codeId,
      code,
      stream,
      treatmentPhase: phaseAt(state, program, entry),
      caregiverName: state.caregivers.find(({ caregiverId }) => caregiverId === entry.caregiverId)?.name ?? '',
      coder: personIn(state, coder),
      byLead,
      standing: standingOf(entry, state),
      candidates,
      mode,
      effective,
      latePress: latePressOf(entry),
      isOpen: open.has(codeId),
      isOutside: isOutside(state.windows, entry, stream),
      words: ofCode.get(codeId),
    };
  });
}

/** The open commands of the record, in phases with a command sequence. */
function openCodes(state: SessionState, program: Program): ReadonlySet<CodeId> {
  const said = countingCodes(state).map((entry) => ({ ...entry, at: entry.heardAt }));
  const byPhase = Map.groupBy(said, (entry) => phaseAt(state, program, entry));
  return new Set(
    [...byPhase].flatMap(([phaseId, ofPhase]) => {
      const sequence = findTreatmentPhase(program, phaseId)?.sequence;
      if (sequence === undefined) return [];
      const open = openCommands(said, sequence, 'with the last');
      return ofPhase.filter((entry) => open.has(entry)).map(({ codeId }) => codeId);
    }),
  );
}

function standingOf({ undone, correction, addedBecause }: CodeEntry, state: SessionState): CodeStanding {
  if (undone) return { is: 'undone' };
  if (correction !== undefined) {
    const why = { why: correction.reason, by: personIn(state, correction.by) };
    return correction.code === null ? { is: 'struck', ...why } : { is: 'corrected', to: correction.code, ...why };
  }
  return addedBecause === undefined ? { is: 'given' } : { is: 'added', why: addedBecause };
}

/** The treatment phase of the caregiver's latest window at that time, otherwise the planned one. */
function phaseAt(
  { windows, treatmentPhase }: SessionState,
  program: Program,
  { caregiverId, heardAt }: CodeEntry,
): string {
  const window = windows.findLast((one) => one.caregiverId === caregiverId && (startOf(one) ?? Infinity) <= heardAt);
  return window?.kind ?? treatmentPhase ?? program.phases[0].id;
}
