import type { ReactNode } from 'react';
import css from './Saying.module.css';

type Props = {
  readonly title: string;
  readonly text?: string | undefined;
  readonly icon?: ReactNode;
  readonly children?: ReactNode;
};

/** The message of a screen: a large sentence, a smaller one, and actions. */
export function Saying({ title, text, icon, children }: Props) {
  return (
    <div className={css['saying']}>
      {icon === undefined ? null : (
        <div className={css['icon']} aria-hidden="true">
          {icon}
        </div>
      )}
      <h1 className={css['title']}>{title}</h1>
      {text === undefined ? null : <p className={css['text']}>{text}</p>}
      {children === undefined ? null : <div className={css['more']}>{children}</div>}
    </div>
  );
}
