import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuietView, useRun } from '#client/live/LiveContext.tsx';
import { ContraindicationWords } from '#client/live/safety/ContraindicationWords.tsx';
import { SafetyLines } from '#client/live/safety/SafetyLines.tsx';
import type { SafetySheetHere } from '../useSafetySheet.ts';
import css from './panels.module.css';

/** How to reach the family, and whether it confirmed this today. Rules SAF1, SAF2, SEQ13. */
export function SafetyPanel({ answer, reread }: SafetySheetHere) {
  const { t } = useTranslation('safety');
  const { session } = useQuietView();
  const run = useRun();
  useEffect(reread, [reread]);

  if (answer === undefined) return <p>{t('loading')}</p>;
  const { familyId, kept } = answer;
  const isConfirmed = kept !== null && session.safety?.revision === kept.revision;
  const change = (
    <a href={`/families/${familyId}#safety`} target="_blank" rel="noreferrer">
      {t(kept === null ? 'addElsewhere' : 'changeElsewhere')}
    </a>
  );
  const { contraindicated } = session.timeOut;
  const noTimeOut = contraindicated && <ContraindicationWords is={contraindicated} />;
  if (kept === null) {
    return (
      <div className={css['stack']}>
        {noTimeOut}
        <p>{t('noneShort')}</p>
        {change}
      </div>
    );
  }
  return (
    <div className={css['stack']}>
      {noTimeOut}
      <SafetyLines kept={kept} />
      {isConfirmed ? (
        <p role="status">{t('confirmed')}</p>
      ) : (
        <>
          <p className="quiet">{t(session.safety === undefined ? 'ask' : 'changedSince')}</p>
          <Button data-autofocus onClick={() => void run('safety:confirm', { revision: kept.revision })}>
            {t('confirm')}
          </Button>
        </>
      )}
      {change}
    </div>
  );
}
