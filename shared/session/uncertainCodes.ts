import { countsIn } from '#shared/domain/codingWindow.ts';
import type { SessionReport } from '#shared/protocol/http/report.ts';
import type { CodeEntry, SessionWindow } from './sessionState.ts';

type Uncertain = SessionReport['windows'][number]['uncertain'][number];

/** The codes of a window for which the coder considered two candidates. Rules COD3, COD4. */
export function uncertainCodes(codes: readonly CodeEntry[], window: SessionWindow): readonly Uncertain[] {
  return codes.flatMap(({ code, candidates, mode, caregiverId, heardAt }) => {
    if (candidates === undefined || mode === undefined) return [];
    if (caregiverId !== window.caregiverId || !countsIn(window, heardAt)) return [];
    return [{ at: heardAt, code, candidates: [...candidates], mode }];
  });
}
