type Props = {
  /** What to announce; an empty string announces nothing. */
  readonly children: string;
  /** Interrupts what is being read. Only for what cannot wait. */
  readonly urgent?: boolean;
};

/** Says things to screen readers and shows nothing. Keep it mounted, and change its words. */
export function LiveRegion({ children, urgent = false }: Props) {
  return (
    <div className="visually-hidden" role={urgent ? 'alert' : 'status'} aria-live={urgent ? 'assertive' : 'polite'}>
      {children}
    </div>
  );
}
