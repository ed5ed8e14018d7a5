import type { ReactNode } from 'react';
import css from './ListRow.module.css';

type Props = {
  readonly children: ReactNode;
  /** What can be done with it, or a value: beside the rest, or below it on a narrow screen. */
  readonly end?: ReactNode;
};

/** A row of a list with the class `rows`. */
export function ListRow({ children, end }: Props) {
  return (
    <li className={css['row']}>
      <div className={css['main']}>{children}</div>
      {end}
    </li>
  );
}
