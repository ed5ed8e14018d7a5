import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { setConfirmer } from '#client/api/http.ts';
import { ConfirmationDialog } from './ConfirmationDialog.tsx';

/** Asks who it is when a route wants to know, once for all calls that wait at the same time. Rule PER13. */
export function ConfirmationProvider({ children }: { readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  const waiting = useRef<((confirmed: boolean) => void)[]>([]);

  const end = useCallback((confirmed: boolean) => {
    setOpen(false);
    for (const tell of waiting.current.splice(0)) tell(confirmed);
  }, []);

  useEffect(() => {
    const remove = setConfirmer(() => {
      setOpen(true);
      return new Promise((resolve) => void waiting.current.push(resolve));
    });
    return () => {
      remove();
      end(false);
    };
  }, [end]);

  return (
    <>
      {children}
      {isOpen && <ConfirmationDialog onConfirmed={() => end(true)} onClose={() => end(false)} />}
    </>
  );
}
