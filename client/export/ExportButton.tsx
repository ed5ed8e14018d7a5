import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionId } from '#shared/protocol/ids.ts';
import { ExportDialog } from './ExportDialog.tsx';

type Props = { readonly sessionId: SessionId; readonly size?: 'sm' };

/** Opens the dialog with the export formats of a closed session. Its texts are in `exports`. */
export function ExportButton({ sessionId, size }: Props) {
  const { t } = useTranslation('exports');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="default"
        {...(size && { size })}
        aria-haspopup="dialog"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('open')}
      </Button>
      {isOpen && (
        <ExportDialog
          sessionId={sessionId}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
