import css from './Wordmark.module.css';

/** The name and logo of the product. */
export function Wordmark() {
  return (
    <span className={css['wordmark']}>
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <circle cx="5" cy="12" r="2.75" />
        <path d="M10.6 7.2a7 7 0 0 1 0 9.6" />
        <path d="M14.8 3.6a12 12 0 0 1 0 16.8" />
      </svg>
      Earshot
    </span>
  );
}
