import { findProgram } from '#shared/domain/programs/findProgram.ts';
import type { Program } from '#shared/domain/programs/program.ts';
import { editProgram, type ProgramEdits } from '#shared/domain/programs/programEdits.ts';
import { currentWindow, type SessionState } from './sessionState.ts';

type Planned = Pick<SessionState, 'program' | 'programVersion' | 'edits'>;

/** A session's program in the version and with the clinic's edits that it was made with. Rules PRO2, CRS11. */
export function programOf({ program, programVersion, edits }: Planned): Program | undefined {
  const known = findProgram(program, programVersion);
  if (known === undefined || edits === undefined) return known;
  const edited = editedPrograms.get(edits) ?? editProgram(known, edits);
  editedPrograms.set(edits, edited);
  return edited;
}

/** A session's edits never change, so its program is built once. Caches keyed by the program then keep working. */
const editedPrograms = new WeakMap<ProgramEdits, Program>();

/** The phase of the running window, else of the caregiver's last window, else the planned one, else the first. */
export function treatmentPhaseNow(
  session: Pick<SessionState, 'windows' | 'inPlay' | 'treatmentPhase'>,
  program: Program,
): string {
  const window =
    currentWindow(session) ?? session.windows.findLast(({ caregiverId }) => caregiverId === session.inPlay);
  return window?.kind ?? session.treatmentPhase ?? program.phases[0].id;
}
