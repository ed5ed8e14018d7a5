import css from './StatusDot.module.css';

export type StatusTone = 'good' | 'caution' | 'bad' | 'off';

type Props = {
  readonly tone: StatusTone;
  /** Its meaning in words. */
  readonly label: string;
  /** Shows only the dot. The text stays for screen readers and as a tooltip. */
  readonly hideLabel?: boolean;
};

/** A state by shape and color, with text: full circle, half circle, cross, ring. */
export function StatusDot({ tone, label, hideLabel = false }: Props) {
  return (
    <span className={css['status']} title={hideLabel ? label : undefined}>
      <svg viewBox="0 0 12 12" className={css[tone]} aria-hidden="true" focusable="false">
        {tone === 'good' && <circle cx="6" cy="6" r="5" className={css['full']} />}
        {tone === 'caution' && (
          <>
            <circle cx="6" cy="6" r="4.25" />
            <path d="M6 1.75a4.25 4.25 0 0 1 0 8.5z" className={css['full']} />
          </>
        )}
        {tone === 'bad' && <path d="M2 2l8 8M10 2l-8 8" />}
        {tone === 'off' && <circle cx="6" cy="6" r="4.25" />}
      </svg>
      <span className={hideLabel ? 'visually-hidden' : undefined}>{label}</span>
    </span>
  );
}
