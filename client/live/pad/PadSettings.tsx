import { useTranslation } from 'react-i18next';
import { KeyRows } from '../keys/KeyRows.tsx';
import type { Cell } from './padCells.ts';
import css from './PadSettings.module.css';
import { PadNamesToggle } from './PadNamesToggle.tsx';
import { usePadKeyRows } from './usePadKeyRows.ts';

/** Settings of this pad: names, and one's own keys. */
export function PadSettings({ cells }: { readonly cells: readonly Cell[] }) {
  const { t } = useTranslation('pad');
  const rows = usePadKeyRows(cells);
  return (
    <details className={css['settings']}>
      <summary>{t('keys.settings')}</summary>
      <div className={css['body']}>
        <PadNamesToggle />
        <KeyRows groups={[{ title: t('keys.codes'), rows }]} />
      </div>
    </details>
  );
}
