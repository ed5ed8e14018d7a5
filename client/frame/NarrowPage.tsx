import type { ReactNode } from 'react';
import css from './NarrowPage.module.css';
import { Wordmark } from './Wordmark.tsx';

type Props = { readonly title: string; readonly lead?: string; readonly children?: ReactNode };

/** A page with one task: the wordmark, a heading, a sentence, and a form. */
export function NarrowPage({ title, lead, children }: Props) {
  return (
    <div className={css['page']}>
      <svg className={css['arcs']} viewBox="0 0 400 400" aria-hidden="true" focusable="false">
        {[60, 120, 180, 240, 300, 360].map((radius) => (
          <circle key={radius} cx="400" cy="400" r={radius} />
        ))}
      </svg>
      <header className={css['header']}>
        <Wordmark />
      </header>
      <main className={css['main']}>
        <h1 className={css['title']}>{title}</h1>
        {lead === undefined ? null : <p className={css['lead']}>{lead}</p>}
        {children}
      </main>
    </div>
  );
}
