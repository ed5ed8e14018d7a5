import { percentOf } from '#shared/domain/criterionFigures.ts';

/** A share from 0 to 1 as it is read: 74 %. */
export function formatPercent(share: number): string {
  return `${percentOf(share)} %`;
}
