/** How far an item of a checklist was done. An item that does not apply is not counted. Rule FID1. */
export const FIDELITY_MARKS = ['done', 'partly', 'not-done', 'not-applicable'] as const;
export type FidelityMark = (typeof FIDELITY_MARKS)[number];

/** One thing that a kind of session contains, in words. */
export type FidelityItem = { readonly itemId: string; readonly text: string };

/** What sessions of one stage of the course contain, in the usual order. */
export type FidelityChecklist = {
  readonly checklistId: string;
  readonly stage: string;
  readonly title: string;
  readonly items: readonly FidelityItem[];
};

/** The share of applicable items done, from 0 to 1; a partly done one counts half. Null if none applies. Rule FID1. */
export function fidelityShare(marks: readonly FidelityMark[]): number | null {
  const applying = marks.filter((mark) => mark !== 'not-applicable');
  if (applying.length === 0) return null;
  const done = applying.reduce((sum, mark) => sum + (mark === 'done' ? 1 : mark === 'partly' ? 0.5 : 0), 0);
  return done / applying.length;
}
