import { Button, TextInput } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useQuietView, useRun } from '#client/live/LiveContext.tsx';
import { ContraindicationWords } from '#client/live/safety/ContraindicationWords.tsx';
import { RaiseEmergency } from '#client/live/safety/RaiseEmergency.tsx';
import { SafetyLines } from '#client/live/safety/SafetyLines.tsx';
import type { SafetySheetHere } from '#client/live/safety/useSafetySheet.ts';
import { MAX_IN_ROOM_LETTERS } from '#shared/protocol/safetySheet.ts';
import css from './panels.module.css';

const InRoom = z.object({ inRoom: z.string() });

/** How to reach the family, and whether it confirmed this today. Rules SAF1, SAF2, SEQ13. */
export function SafetyPanel({ answer, reread }: SafetySheetHere) {
  const { t } = useTranslation('safety');
  const { session } = useQuietView();
  const run = useRun();
  useEffect(reread, [reread]);

  if (answer === undefined) return <p>{t('loading')}</p>;
  const { familyId, kept, live } = answer;
  const confirmed = kept !== null && session.safety?.revision === kept.revision ? session.safety : undefined;
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
        <p>{t(`live.${live}`)}</p>
        {change}
        <RaiseEmergency />
      </div>
    );
  }
  return (
    <div className={css['stack']}>
      {noTimeOut}
      <SafetyLines kept={kept} />
      <p>{t(`live.${live}`)}</p>
      {confirmed ? (
        <p role="status">
          {t('confirmed')} {confirmed.inRoom && t('inRoomNow', { who: confirmed.inRoom })}
        </p>
      ) : (
        <form
          className={css['stack']}
          onSubmit={(event) => {
            event.preventDefault();
            const { inRoom } = InRoom.parse(Object.fromEntries(new FormData(event.currentTarget)));
            void run('safety:confirm', { revision: kept.revision, inRoom });
          }}
        >
          <p className="quiet">{t(session.safety === undefined ? 'ask' : 'changedSince')}</p>
          <TextInput
            name="inRoom"
            label={t('inRoom')}
            maxLength={MAX_IN_ROOM_LETTERS}
            defaultValue={session.safety?.inRoom ?? session.caregivers.map(({ name }) => name).join(', ')}
          />
          <Button type="submit" data-autofocus>
            {t('confirm')}
          </Button>
        </form>
      )}
      {change}
      <RaiseEmergency />
    </div>
  );
}
