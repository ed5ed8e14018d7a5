import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import css from './CodePad.module.css';
import type { Cell } from './padCells.ts';
import { PadKey } from './PadKey.tsx';
import { usePadNames } from './padNames.ts';

type Props = {
  readonly cells: readonly Cell[];
  readonly counts: Readonly<Record<string, number>>;
  /** Whether codes can be given now. The counts stay visible. */
  readonly awake: boolean;
  /** Set if undo is allowed for longer than coding. */
  readonly mayUndo?: boolean;
  /** The lit key: the last code, or the first of two codes. */
  readonly lit?: string | undefined;
  /** A code or `undo`, and when it was pressed. */
  readonly give: (action: string, timeStamp: number) => void;
  readonly place?: Ref<HTMLElement>;
  /** Other content of the pad's corner. */
  readonly children?: ReactNode;
};

/** The codes with their keys and counts. */
export function CodePad({ cells, counts, awake, mayUndo = awake, lit, give, place, children }: Props) {
  const { t } = useTranslation('pad');
  const hasNames = usePadNames();
  return (
    <section ref={place} className={css['pad']} data-names={hasNames} aria-label={t('label')}>
      {cells.map((cell) => (
        <PadKey
          key={cell.action}
          cell={cell}
          count={counts[cell.action] ?? 0}
          isAwake={cell.action === 'undo' ? mayUndo : awake}
          isLit={lit === cell.action}
          hasName={hasNames}
          give={give}
        />
      ))}
      {children}
    </section>
  );
}
