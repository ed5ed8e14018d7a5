import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCopy } from '#client/ui/useCopy.ts';
import css from './SecondFactor.module.css';

type Props = { readonly codes: readonly string[]; readonly onDone: () => void };

/** Recovery codes, shown once. They go only after the person says that the codes are stored. */
export function RecoveryCodeList({ codes, onDone }: Props) {
  const { t } = useTranslation('secondFactor');
  const { copied, copy } = useCopy(false);
  const [isStored, setStored] = useState(false);
  return (
    <section className={css['recovery']} aria-labelledby="recovery-codes">
      <h2 id="recovery-codes">{t('recovery.title')}</h2>
      <p>{t('recovery.text')}</p>
      <ol className={css['codes']} aria-label={t('recovery.title')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <div className="actions">
        <Button variant="default" onClick={() => void copy(codes.join('\n'))}>
          {t('recovery.copy')}
        </Button>
        <Button variant="default" onClick={() => window.print()}>
          {t('recovery.print')}
        </Button>
      </div>
      <p role="status" className="quiet small">
        {copied ? t('recovery.copied') : ''}
      </p>
      <Checkbox
        label={t('recovery.stored')}
        checked={isStored}
        onChange={(event) => setStored(event.currentTarget.checked)}
      />
      <Button disabled={!isStored} onClick={onDone}>
        {t('recovery.done')}
      </Button>
    </section>
  );
}
