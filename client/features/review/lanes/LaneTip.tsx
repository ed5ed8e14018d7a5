import { formatClock } from '#client/ui/formatClock.ts';
import { useSayCode } from '../codes/useSayCode.ts';
import type { LaneBand, LaneMark } from './lane.ts';
import css from './Lanes.module.css';

/** What the pointer is over, and its position in pixels. */
export type Tip = {
  readonly x: number;
  readonly y: number;
  readonly mark: LaneMark | undefined;
  readonly band: LaneBand | undefined;
};

/** Right of the middle it opens to the left, so that it is never cut off. */
export function LaneTip({ tip, width }: { readonly tip: Tip | undefined; readonly width: number }) {
  const sayCode = useSayCode();
  if (tip === undefined) return null;
  const { x, y, mark, band } = tip;
  const side = x > width / 2 ? { right: width - x + 12 } : { left: x + 12 };
  return (
    <div className={css['tip']} style={{ ...side, top: y + 14 }} aria-hidden="true">
      {mark === undefined
        ? sayBand(band)
        : mark.is === 'code'
          ? sayCode(mark.code)
          : `${formatClock(mark.at, 'up')} · ${mark.label}`}
    </div>
  );
}

function sayBand(band: LaneBand | undefined): string {
  if (band === undefined) return '';
  return `${band.label}, ${formatClock(band.from, 'up')}–${formatClock(band.to, 'up')}`;
}
