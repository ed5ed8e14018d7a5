import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { queryOf } from '#client/api/queryOf.ts';
import { formatDate } from '#client/i18n/formatWhen.ts';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { ListRow } from '#client/ui/ListRow.tsx';
import type { AnnouncedThing, KeptThing } from '#shared/protocol/http/retention.ts';
import { KeepDialog } from '../dialogs/KeepDialog.tsx';
import { useFamilyScreen } from '../FamilyScreen.tsx';

/** What of the family will be erased because of its age, and what somebody keeps for longer. Rules RET3, RET4. */
export function RetentionRows() {
  const { t } = useTranslation('retention');
  const { familyId } = useFamilyScreen().record.family;
  const retention = useQuery(queryOf('family-retention:read', { familyId }));
  const [keeping, setKeeping] = useState<AnnouncedThing>();
  const { announced = [], total = 0, kept = [] } = retention.data ?? {};
  const more = total - announced.length;
  return (
    <>
      {retention.isError && (
        <ListRow>
          <HttpErrorNote error={retention.error} onRetry={() => void retention.refetch()} />
        </ListRow>
      )}
      {announced.map((thing) => (
        <AnnouncedRow key={thing.sessionId ?? 'record'} thing={thing} onKeep={() => setKeeping(thing)} />
      ))}
      {more > 0 && <ListRow>{t('family.more', { count: more })}</ListRow>}
      {kept.map((thing) => (
        <KeptRow key={`${thing.sessionId ?? 'record'} ${thing.keptUntil}`} thing={thing} />
      ))}
      {keeping && <KeepDialog thing={keeping} onClose={() => setKeeping(undefined)} />}
    </>
  );
}

function AnnouncedRow({ thing, onKeep }: { readonly thing: AnnouncedThing; readonly onKeep: () => void }) {
  const { t } = useTranslation('retention');
  const { dayOf } = useClinicTime();
  const { recordedAt, erasesOn } = thing;
  const on = recordedAt === null ? undefined : formatDate(dayOf(recordedAt));
  return (
    <ListRow
      end={
        <Button
          variant="default"
          size="sm"
          aria-label={on === undefined ? t('family.keepRecord') : t('family.keepOf', { on })}
          onClick={onKeep}
        >
          {t('family.keep')}
        </Button>
      }
    >
      <p className="strong">{on === undefined ? t('family.record') : t('family.recording', { on })}</p>
      <p className="quiet small">{t('family.on', { on: formatDate(erasesOn) })}</p>
    </ListRow>
  );
}

function KeptRow({ thing: { recordedAt, keptUntil, keptBy, reason } }: { readonly thing: KeptThing }) {
  const { t } = useTranslation('retention');
  const { dayOf } = useClinicTime();
  const by = keptBy ?? t('family.somebody');
  return (
    <ListRow>
      <p className="strong">
        {recordedAt === null
          ? t('family.keptRecord')
          : t('family.keptRecording', { on: formatDate(dayOf(recordedAt)) })}
      </p>
      <p className="quiet small">
        {t('family.kept', { until: formatDate(keptUntil), by, reason: t(`reasons.${reason}`) })}
      </p>
    </ListRow>
  );
}
