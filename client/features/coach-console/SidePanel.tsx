import { CloseButton } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import css from './SidePanel.module.css';

type SidePanelProps = { readonly title: string; readonly onClose: () => void; readonly children: ReactNode };

/** A side panel in place of the pad. It never covers the room, the clock or the voice. */
export function SidePanel({ title, onClose, children }: SidePanelProps) {
  const { t } = useTranslation('console');
  const place = useRef<HTMLElement>(null);

  useEffect(() => {
    const before = document.activeElement;
    const field = place.current?.querySelector<HTMLElement>('textarea, input, [data-autofocus]');
    (field ?? place.current)?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  return (
    <aside ref={place} className={css['panel']} aria-label={title} tabIndex={-1}>
      <header className={css['head']}>
        <h2>{title}</h2>
        <CloseButton onClick={onClose} aria-label={t('panel.close')} />
      </header>
      <div className={css['body']} role="group" aria-label={title} tabIndex={0}>
        {children}
      </div>
    </aside>
  );
}
