import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useId } from 'react';
import css from './Stepper.module.css';

type Props = {
  readonly label: string;
  readonly why?: string;
  readonly less: string;
  readonly more: string;
  readonly value: number | null;
  /** The text shown while there is no number. */
  readonly none?: string;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
};

/** A number that can be changed with one thumb. */
export function Stepper({ label, why, less, more, value, none, least, most, onChange }: Props) {
  const id = useId();
  const number = value ?? least - 1;
  return (
    <div role="group" aria-labelledby={id} className={css['stepper']}>
      <span className={css['label']} id={id}>
        {label}
        {why === undefined ? null : <span className={css['why']}>{why}</span>}
      </span>
      <span className={css['row']}>
        <button type="button" aria-label={less} disabled={number <= least} onClick={() => onChange(number - 1)}>
          <IconMinus size={28} aria-hidden="true" />
        </button>
        <span className={css['value']} aria-live="polite">
          {value ?? none}
        </span>
        <button type="button" aria-label={more} disabled={number >= most} onClick={() => onChange(number + 1)}>
          <IconPlus size={28} aria-hidden="true" />
        </button>
      </span>
    </div>
  );
}
