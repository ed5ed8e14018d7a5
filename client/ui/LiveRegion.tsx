type Props = {
  /** What to announce. An empty string announces nothing. */
  readonly children: string;
  /** Interrupts what is being read. Only for what cannot wait. */
  readonly urgent?: boolean;
};

/** Announces text to screen readers and shows nothing. Keep it mounted, and change its text. */
export function LiveRegion({ children, urgent = false }: Props) {
  return (
    <div className="visually-hidden" role={urgent ? 'alert' : 'status'} aria-live={urgent ? 'assertive' : 'polite'}>
      {children}
    </div>
  );
}
