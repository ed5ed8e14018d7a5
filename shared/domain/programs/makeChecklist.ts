import type { FidelityChecklist } from '../supervision/fidelity.ts';

/** The built-in checklist of a stage. Each item is given as its id and its text. */
export function makeChecklist(
  stage: string,
  title: string,
  items: readonly (readonly [itemId: string, text: string])[],
): FidelityChecklist {
  return { checklistId: stage, stage, title, items: items.map(([itemId, text]) => ({ itemId, text })) };
}
