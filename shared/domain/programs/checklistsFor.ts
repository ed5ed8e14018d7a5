import type { FidelityChecklist } from '../supervision/fidelity.ts';
import type { Program } from './program.ts';

/**
 * The checklists for a session of this stage of the course: those of the stage, or all if no stage was planned. Rule
 * FID1.
 */
export function checklistsFor(
  { checklists }: Pick<Program, 'checklists'>,
  stage: string | undefined,
): readonly FidelityChecklist[] {
  const ofStage = checklists.filter((one) => one.stage === stage);
  return ofStage.length > 0 ? ofStage : checklists;
}
