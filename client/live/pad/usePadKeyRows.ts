import { useTranslation } from 'react-i18next';
import type { KeyRow } from '../keys/KeyRows.tsx';
import type { Cell } from './padCells.ts';

/** What the keys of a pad do, with the two modifiers for a pair of codes. */
export function usePadKeyRows(cells: readonly Cell[]): readonly KeyRow[] {
  const { t } = useTranslation('pad');
  const rows = cells.map(({ keys, definition }): KeyRow =>
    definition ? { keys, does: definition.name } : { keys, fixed: ['Ctrl Z'], does: t('keys.undo') },
  );
  return [...rows, { keys: ['?'], does: t('keys.unsure') }, { keys: ['+'], does: t('keys.both') }];
}
