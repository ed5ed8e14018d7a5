import type { ReactNode } from 'react';
import css from './BigButton.module.css';

type Props = {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly look?: 'main' | 'plain' | 'quiet' | 'corner';
  readonly icon?: ReactNode;
  /** A smaller second line with a reason to press. */
  readonly why?: string;
  readonly isPressed?: boolean;
  readonly isBusy?: boolean;
};

/** A button for the thumb of someone who is busy with a child. */
export function BigButton({ children, onPress, look = 'plain', icon, why, isPressed, isBusy = false }: Props) {
  return (
    <button
      type="button"
      className={`${css['button'] ?? ''} ${css[look] ?? ''}`}
      onClick={onPress}
      disabled={isBusy}
      aria-pressed={isPressed}
    >
      {icon}
      <span>
        {children}
        {why === undefined ? null : <span className={css['why']}>{why}</span>}
      </span>
    </button>
  );
}
