import type { CodeTone } from '#shared/domain/programs/program.ts';
import type { BandLook } from './lane.ts';

type Paint = { readonly fill: string; readonly ink: string };

/** The colors of the rows, from the tokens of the current color scheme. */
export type LaneColors = {
  readonly tone: { readonly [T in CodeTone]: Paint };
  readonly band: { readonly [L in BandLook]: Paint };
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly accent: string;
  readonly font: string;
};

export function laneColors(element: Element): LaneColors {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const tone = (name: CodeTone): Paint => ({ fill: token(`code-${name}`), ink: token(`code-${name}-ink`) });
  const [ink, quiet, line, accent] = [token('ink'), token('ink-quiet'), token('line'), token('accent')];
  const onWash = { fill: token('accent-wash-strong'), ink };
  return {
    tone: {
      blue: tone('blue'),
      green: tone('green'),
      sky: tone('sky'),
      orange: tone('orange'),
      vermillion: tone('vermillion'),
      gray: tone('gray'),
    },
    band: {
      phase: { fill: token('sunken'), ink: quiet },
      coding: onWash,
      coaching: { fill: token('accent-wash'), ink },
      window: onWash,
      void: { fill: token('sunken'), ink: quiet },
      stop: { fill: line, ink },
      gap: { fill: token('caution-wash'), ink: token('caution') },
      recorded: { fill: line, ink },
      voice: { fill: token('accent-wash-strong'), ink },
      speech: { fill: line, ink },
      uncoded: { fill: token('line-strong'), ink: token('paper') },
    },
    paper: token('surface'),
    ink,
    quiet,
    line,
    accent,
    font: style.fontFamily,
  };
}
