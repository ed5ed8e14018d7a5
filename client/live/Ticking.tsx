import { useEffect, useRef } from 'react';

/** Often enough that no second appears late. */
const TICK_MS = 250;

/** Text that follows the clock. Written to the DOM directly, so that a passing second renders nothing else. */
export function Ticking({ read, className }: { readonly read: () => string; readonly className?: string | undefined }) {
  const place = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const write = () => {
      const text = read();
      if (place.current !== null && place.current.textContent !== text) place.current.textContent = text;
    };
    write();
    const ticking = setInterval(write, TICK_MS);
    return () => clearInterval(ticking);
  }, [read]);

  return <span ref={place} className={className} role="timer" aria-live="off" />;
}
