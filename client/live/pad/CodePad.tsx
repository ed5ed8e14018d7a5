import { useTranslation } from 'react-i18next';
import { CodeChip } from '#client/ui/CodeChip.tsx';
import { KeyCap } from '#client/ui/KeyCap.tsx';
import css from './CodePad.module.css';
import type { Cell } from './padCells.ts';

type Props = {
  readonly cells: readonly Cell[];
  /** The treatment phase, which says how each code is meant. */
  readonly kind: string;
  readonly counts: Readonly<Record<string, number>>;
  /** Whether nothing can be given now; the counts stay. */
  readonly asleep?: boolean;
  /** What was given last, to be lit. */
  readonly lit: string | undefined;
  readonly onGive: (action: string) => void;
};

/** The codes where the fingers find them in a live session, with the same keys. */
export function CodePad({ cells, kind, counts, asleep = false, lit, onGive }: Props) {
  const { t } = useTranslation('pad');
  return (
    <section className={css['pad']} aria-label={t('label')}>
      {cells.map((cell) => (
        <PadKey
          key={cell.action}
          cell={cell}
          kind={kind}
          count={counts[cell.action] ?? 0}
          asleep={asleep}
          isLit={lit === cell.action}
          onGive={onGive}
        />
      ))}
    </section>
  );
}

type PadKeyProps = Required<Pick<Props, 'kind' | 'onGive' | 'asleep'>> & {
  readonly cell: Cell;
  readonly count: number;
  readonly isLit: boolean;
};

function PadKey({ cell, kind, count, asleep, isLit, onGive }: PadKeyProps) {
  const { t } = useTranslation('pad');
  const { action, definition, keys } = cell;
  const name = definition?.name ?? t('undo');
  return (
    <button
      type="button"
      className={css['key']}
      data-lit={isLit}
      aria-disabled={asleep || undefined}
      title={definition === undefined ? name : `${name}: ${definition.definition}`}
      aria-keyshortcuts={keys.join(' ')}
      // The focus stays where it is: the keys are the pad's.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onGive(action)}
    >
      {definition === undefined ? (
        <span className={css['undo']}>{name}</span>
      ) : (
        <>
          <CodeChip code={action} valence={definition.valence[kind] ?? 'neutral'} tone={definition.tone} />
          <span className="visually-hidden">{t('count', { name, count })}</span>
        </>
      )}
      <span className={css['count']} aria-hidden>
        {definition === undefined ? '' : count}
      </span>
      <span className={css['caps']} aria-hidden>
        {keys.slice(0, definition === undefined ? 1 : 2).map((key) => (
          <KeyCap key={key}>{key.toUpperCase()}</KeyCap>
        ))}
      </span>
    </button>
  );
}
