import type { SessionWindow } from '#shared/session/sessionState.ts';

/** When a window was coded, stops included, in session time (ms). Undefined if its clock never ran. */
function spanOf({ spans }: Pick<SessionWindow, 'spans'>): readonly [number, number] | undefined {
  const [first, last] = [spans[0], spans.at(-1)];
  return first && last && [first[0], last[1]];
}

/** The span of the window that contains a moment, otherwise of the next window, otherwise of the last. */
export function spanAt(windows: readonly SessionWindow[], at: number): readonly [number, number] | undefined {
  const spans = windows.flatMap((window) => {
    const span = spanOf(window);
    return span === undefined ? [] : [span];
  });
  return spans.find(([, to]) => at < to) ?? spans.at(-1);
}
