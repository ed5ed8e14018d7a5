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

/** One key of a pad. It is drawn again only when something of its own changes. */
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
      // The focus stays where it is: the keys are the pad's.
      onMouseDown={(event) => event.preventDefault()}
      onPointerDown={(event) => {
        if (event.button === 0) give(action, event.timeStamp);
      }}
      onClick={(event) => {
        // A click without a pointer is the keyboard's or a screen reader's.
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
