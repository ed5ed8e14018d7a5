import { findProgramme } from '#shared/domain/programmes/findProgramme.ts';
import type { Programme } from '#shared/domain/programmes/programme.ts';
import { editProgramme, type ProgrammeEdits } from '#shared/domain/programmes/programmeEdits.ts';
import { currentWindow, type SessionState } from './sessionState.ts';

type Planned = Pick<SessionState, 'programme' | 'programmeVersion' | 'edits'>;

/** The programme that a session runs under, in the version and with the clinic's edits that it was made with. Rules PRO2, CRS11. */
export function programmeOf({ programme, programmeVersion, edits }: Planned): Programme | undefined {
  const known = findProgramme(programme, programmeVersion);
  if (known === undefined || edits === undefined) return known;
  const edited = editedProgrammes.get(edits) ?? editProgramme(known, edits);
  editedProgrammes.set(edits, edited);
  return edited;
}

/** A session's edits never change, so its programme is made once: who keeps something by programme finds it again. */
const editedProgrammes = new WeakMap<ProgrammeEdits, Programme>();

/**
 * The treatment phase that a session is in now: that of the window being coded, else of the last one of the caregiver in
 * play, else what it was planned for, else the programme's first.
 */
export function treatmentPhaseNow(
  session: Pick<SessionState, 'windows' | 'inPlay' | 'treatmentPhase'>,
  programme: Programme,
): string {
  const window =
    currentWindow(session) ?? session.windows.findLast(({ caregiverId }) => caregiverId === session.inPlay);
  return window?.kind ?? session.treatmentPhase ?? programme.phases[0].id;
}
