import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import css from './HoldButton.module.css';
import { HOLD_MS, useHold } from './useHold.ts';

type Props = {
  readonly children: ReactNode;
  readonly onHeld: () => void;
  readonly tone?: 'plain' | 'danger';
  readonly disabled?: boolean;
  readonly holdMs?: number;
};

/**
 * For what cannot be undone: acts after being held for a second by pointer, Space or Enter, and shows progress. Devices
 * that can only click, such as screen readers, press it twice.
 */
export function HoldButton({ children, onHeld, tone = 'plain', disabled = false, holdMs = HOLD_MS }: Props) {
  const { t } = useTranslation();
  const hint = useId();
  const { stage, handlers } = useHold(onHeld, holdMs);
  const says = { idle: 'hold.hint', holding: 'hold.holding', armed: 'hold.again' } as const;
  return (
    <button
      type="button"
      className={`${css['hold'] ?? ''} ${css[tone] ?? ''}`}
      data-stage={stage}
      disabled={disabled}
      aria-describedby={hint}
      style={{ '--hold-ms': `${holdMs}ms` }}
      {...handlers}
    >
      <span className={css['fill']} aria-hidden="true" />
      <span className={css['label']}>{children}</span>
      <span id={hint} className={css['hint']}>
        {t(says[stage])}
      </span>
    </button>
  );
}
