import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './ImportDialog.module.css';
import { ImportDialog } from './ImportDialog.tsx';

export function ImportButton() {
  const { t } = useTranslation('imports');
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={css['open']}>
      <Button variant="default" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('open')}
      </Button>
      {isOpen && <ImportDialog onClose={() => setOpen(false)} />}
    </div>
  );
}
