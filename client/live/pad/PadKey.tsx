import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeChip } from '#client/ui/CodeChip.tsx';
import { useKeyLabel } from '../keys/keySettings.ts';
import css from './CodePad.module.css';
import type { Cell } from './padCells.ts';

type Props = {
  readonly cell: Cell;
  readonly count: number;
  readonly isAwake: boolean;
  readonly isLit: boolean;
  readonly hasName: boolean;
  readonly give: (action: string, timeStamp: number) => void;
};

/** One key of a pad. Rendered again only when its own props change. */
export const PadKey = memo(function PadKey({ cell, count, isAwake, isLit, hasName, give }: Props) {
  const { t } = useTranslation('pad');
  const label = useKeyLabel();
  const { action, definition, valence, keys } = cell;
  const name = definition?.name ?? t('undo');
  return (
    <button
      type="button"
      className={css['key']}
      data-action={action}
      data-lit={isLit || undefined}
      aria-disabled={!isAwake}
      title={definition ? `${name}: ${definition.definition}` : name}
      aria-keyshortcuts={keys.map(label).join(' ')}
      // Keeps the focus where it is, because key presses belong to the pad.
      onMouseDown={(event) => event.preventDefault()}
      onPointerDown={(event) => {
        if (event.button === 0) give(action, event.timeStamp);
      }}
      onClick={(event) => {
        // A click without a pointer comes from the keyboard or a screen reader.
        if (event.detail === 0) give(action, event.timeStamp);
      }}
    >
      {definition ? (
        <>
          <CodeChip code={action} valence={valence} tone={definition.tone} />
          <span className="visually-hidden">{t('count', { name, count })}</span>
          {hasName && (
            <span className={css['name']} aria-hidden>
              {definition.shortName ?? name}
            </span>
          )}
          <span className={css['count']} aria-hidden>
            {count}
          </span>
        </>
      ) : (
        <span className={css['undo']}>{name}</span>
      )}
      <span className={css['caps']} aria-hidden>
        {keys.slice(0, definition ? 2 : 1).map((key) => (
          <kbd key={key}>{label(key)}</kbd>
        ))}
      </span>
    </button>
  );
});
