import type { FidelityChecklist } from '../supervision/fidelity.ts';

/** The built-in checklist of a stage, which has one; an item is its id and its words. */
export function makeChecklist(
  stage: string,
  title: string,
  items: readonly (readonly [itemId: string, text: string])[],
): FidelityChecklist {
  return { checklistId: stage, stage, title, items: items.map(([itemId, text]) => ({ itemId, text })) };
}
