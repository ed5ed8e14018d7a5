import { bandOf, ICC_BANDS, type IccBand } from './bands.ts';
import { countCorrelation, type CountCorrelation, type Icc } from './icc.ts';

/** Whether both coded live, both from the recording, or one each way. These are kept apart. Rule REL9. */
export type CodingMedium = 'live' | 'recorded' | 'live and recorded';

/** One window that a coder and a reference both coded. */
export type ComparedWindow = {
  readonly id: string;
  readonly startedAt: string;
  readonly eventAgreement: number | null;
  readonly independent: boolean;
  readonly medium: CodingMedium;
  /** How often each coder gave each code. */
  readonly counts: readonly { readonly code: string; readonly reference: number; readonly trainee: number }[];
};

/** How well two coders' counts agree over windows that were coded independently, by code. Rule REL8. */
export function countCorrelations(
  windows: readonly ComparedWindow[],
  codes: readonly string[],
): readonly (CountCorrelation & { readonly code: string })[] {
  const independent = windows.filter((window) => window.independent);
  return codes.map((code) => {
    const rows = independent.map(({ counts }) => {
      const found = counts.find((count) => count.code === code);
      return [found?.reference ?? 0, found?.trainee ?? 0];
    });
    return { code, ...countCorrelation(rows) };
  });
}

/** The bands of both ends of an interval, or undefined if there is none. Rule REL8. */
export function iccBandsOf({ interval }: Icc): readonly [low: IccBand, high: IccBand] | undefined {
  if (interval === null) return undefined;
  const [low, high] = [bandOf(ICC_BANDS, interval[0]), bandOf(ICC_BANDS, interval[1])];
  return low === undefined || high === undefined ? undefined : [low, high];
}
