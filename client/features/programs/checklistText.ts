import type { FidelityItem } from '#shared/domain/supervision/fidelity.ts';

/**
 * A checklist's items from its text, one per line. An unchanged line keeps its id, and so does one reworded in place:
 * earlier ratings stay with their item.
 */
export function readItems(
  text: string,
  before: readonly FidelityItem[],
  makeId: () => string,
): readonly FidelityItem[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim().slice(0, 300))
    .filter((line) => line !== '');
  const kept = new Set(before.filter((item) => lines.includes(item.text)).map(({ itemId }) => itemId));
  const taken = new Set<string>();
  return lines.map((line, place) => {
    const same = before.find((item) => item.text === line && !taken.has(item.itemId));
    const inPlace = before[place];
    const reworded =
      inPlace !== undefined && !kept.has(inPlace.itemId) && !taken.has(inPlace.itemId) ? inPlace : undefined;
    const itemId = (same ?? reworded)?.itemId ?? makeId();
    taken.add(itemId);
    return { itemId, text: line };
  });
}
