import { Button } from '@mantine/core';
import { useId } from 'react';
import styles from './ToggleRow.module.css';

type Props<V extends string> = {
  readonly label: string;
  readonly options: readonly { readonly value: V; readonly name: string }[];
  readonly chosen: readonly V[];
  readonly onToggle: (value: V) => void;
};

/** A few options to choose with Enter or a click. Space stays the key for the voice. */
export function ToggleRow<V extends string>({ label, options, chosen, onToggle }: Props<V>) {
  const id = useId();
  return (
    <div className={styles['row']} role="group" aria-labelledby={id}>
      <span id={id} className={styles['label']}>
        {label}
      </span>
      {options.map(({ value, name }) => (
        <Button
          key={value}
          size="compact-sm"
          variant={chosen.includes(value) ? 'light' : 'default'}
          aria-pressed={chosen.includes(value)}
          onClick={() => onToggle(value)}
        >
          {name}
        </Button>
      ))}
    </div>
  );
}
