import type { ShownCode } from '#client/api/shownCodes.ts';
import type { ClockStop } from '#shared/domain/codingWindow.ts';
import type { SessionWindow } from '#shared/session/sessionState.ts';

/** An item of the strip: a code, or a stop of a window's clock. */
type StripItem =
  | ({ readonly is: 'code' } & ShownCode)
  | {
      readonly is: 'stop';
      readonly stop: ClockStop;
      readonly from: number;
      /** Undefined while it lasts. */
      readonly lengthMs: number | undefined;
    };

/** The last codes and stops, newest first. A code given during a stop is listed before the stop is over. */
export function stripOf(
  codes: readonly ShownCode[],
  windows: readonly SessionWindow[],
  most: number,
): readonly StripItem[] {
  const stops = windows.flatMap((window) =>
    window.stops.map((stop) => {
      const { from, to } = stop;
      const lengthMs = to === undefined ? undefined : to - from;
      return { is: 'stop' as const, stop, from, lengthMs, at: from };
    }),
  );
  const given = codes.slice(-most).map((code) => ({ is: 'code' as const, ...code }));
  const since = given.length < most ? 0 : (given[0]?.at ?? 0);
  if (!stops.some(({ at }) => at >= since)) return given.reverse();
  return [...given, ...stops.filter(({ at }) => at >= since)]
    .toSorted((one, other) => other.at - one.at)
    .slice(0, most);
}
