import type { SessionWindow } from '#shared/session/sessionState.ts';

/** When a window was coded, stops included, in session time (ms). Undefined if its clock never ran. */
function stretchOf({ spans }: Pick<SessionWindow, 'spans'>): readonly [number, number] | undefined {
  const [first, last] = [spans[0], spans.at(-1)];
  return first && last && [first[0], last[1]];
}

/** The span of the window that contains a moment, otherwise of the next window, otherwise of the last. */
export function stretchAt(windows: readonly SessionWindow[], at: number): readonly [number, number] | undefined {
  const stretches = windows.flatMap((window) => {
    const stretch = stretchOf(window);
    return stretch === undefined ? [] : [stretch];
  });
  return stretches.find(([, to]) => at < to) ?? stretches.at(-1);
}
