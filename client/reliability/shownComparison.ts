import type { Program } from '#shared/domain/programs/program.ts';
import type { CoderComparison } from '#shared/domain/reliability/compareCoders.ts';
import type { CoderPair } from '#shared/session/review/reliabilityOf.ts';
import type { GivenCode } from '#shared/session/review/windowCodings.ts';

/** The props of each section of a report. */
export type ShownComparison = {
  readonly compared: CoderComparison<GivenCode>;
  readonly pair: CoderPair;
  readonly program: Program;
};

/** A figure between −1 and 1 with two decimals, a real minus sign and no negative zero. */
export function twoDecimals(value: number): string {
  const text = Math.abs(value).toFixed(2);
  return value < 0 && Number(text) > 0 ? `−${text}` : text;
}
