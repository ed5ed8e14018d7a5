/** How far an item of a checklist was done. What does not apply counts nowhere. Rule FID1. */
export const FIDELITY_MARKS = ['done', 'partly', 'not-done', 'not-applicable'] as const;
export type FidelityMark = (typeof FIDELITY_MARKS)[number];

/** The words of one thing that a kind of session holds. */
export type FidelityItem = { readonly itemId: string; readonly text: string };

/** What sessions of one stage of the course hold, in the order in which it is usually done. */
export type FidelityChecklist = {
  readonly checklistId: string;
  /** The stage of the course that it is for. */
  readonly stage: string;
  readonly title: string;
  readonly items: readonly FidelityItem[];
};

/** Items done of those that apply, from 0 to 1; half for one done partly, null where none applies. Rule FID1. */
export function fidelityShare(marks: readonly FidelityMark[]): number | null {
  const applying = marks.filter((mark) => mark !== 'not-applicable');
  if (applying.length === 0) return null;
  const done = applying.reduce((sum, mark) => sum + (mark === 'done' ? 1 : mark === 'partly' ? 0.5 : 0), 0);
  return done / applying.length;
}
