/** Moves overlapping labels apart, as little as possible, within `[0, height]`. In and out in px from the top. */
export function spreadLabels(wanted: readonly number[], gap: number, height: number): readonly number[] {
  const order = wanted.map((at, index) => ({ at, index })).toSorted((a, b) => a.at - b.at);
  const placed: number[] = [];
  for (const { at } of order) placed.push(Math.max(at, (placed.at(-1) ?? -Infinity) + gap));
  for (let place = placed.length - 1, floor = height; place >= 0; place -= 1, floor -= gap)
    placed[place] = Math.min(placed[place] ?? 0, floor);
  const result = [...wanted];
  for (const [place, { index }] of order.entries()) result[index] = placed[place] ?? 0;
  return result;
}
