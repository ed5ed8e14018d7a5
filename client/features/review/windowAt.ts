import type { SessionWindow } from '#shared/session/sessionState.ts';

/** From when to when a window was coded, with its stops in it, in session time (ms); undefined for one that never ran. */
function stretchOf({ spans }: Pick<SessionWindow, 'spans'>): readonly [number, number] | undefined {
  const [first, last] = [spans[0], spans.at(-1)];
  return first && last && [first[0], last[1]];
}

/** The stretch of the window that a moment is in, else of the next one, else of the last. */
export function stretchAt(windows: readonly SessionWindow[], at: number): readonly [number, number] | undefined {
  const stretches = windows.flatMap((window) => {
    const stretch = stretchOf(window);
    return stretch === undefined ? [] : [stretch];
  });
  return stretches.find(([, to]) => at < to) ?? stretches.at(-1);
}
