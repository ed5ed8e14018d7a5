import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { queryOf } from '#client/api/queryOf.ts';
import { formatDate } from '#client/i18n/formatWhen.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { ListRow } from '#client/ui/ListRow.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { StatusDot } from '#client/ui/StatusDot.tsx';
import { MoreButton } from '#client/ui/MoreButton.tsx';
import { ANNOUNCED_DAYS, RETAINED, type Retained } from '#shared/domain/retention/retentionRules.ts';
import type { AnnouncedLine } from '#shared/protocol/http/retention.ts';
import css from './ErasuresPage.module.css';
import { useAnnounced } from './useAnnounced.ts';

/** What will be erased because of its age and when, with what prevents it. Rules RET3, RET4. */
export function Announced() {
  const { t } = useTranslation('retention');
  const [kind, setKind] = useState<Retained>();
  const retention = useQuery(queryOf('retention:read')).data;
  const pages = useAnnounced(kind);
  const lines = pages.data?.pages.flatMap((page) => page.lines);
  const counts = retention?.announced ?? { recording: 0, record: 0 };
  return (
    <section aria-labelledby="announced" className={css['section']}>
      <h2 id="announced">{t('announced.title')}</h2>
      {retention && (
        <p className={css['looked']}>
          {retention.lookedOn === null
            ? t('announced.notLooked')
            : t('announced.lookedOn', { on: formatDate(retention.lookedOn) })}
        </p>
      )}
      {counts.recording > 0 && counts.record > 0 && (
        <NativeSelect
          label={t('announced.show')}
          className={css['show']}
          value={kind ?? 'all'}
          onChange={({ currentTarget: { value } }) => setKind(RETAINED.find((one) => one === value))}
          data={[
            { value: 'all', label: t('announced.all', { count: counts.recording + counts.record }) },
            { value: 'recording', label: t('announced.recordings', { count: counts.recording }) },
            { value: 'record', label: t('announced.records', { count: counts.record }) },
          ]}
        />
      )}
      {pages.isPending && <Loading />}
      {pages.isError && <HttpErrorNote error={pages.error} onRetry={() => void pages.refetch()} />}
      {lines?.length === 0 && (
        <EmptyState title={t('announced.none')}>{t('announced.noneText', { days: ANNOUNCED_DAYS })}</EmptyState>
      )}
      {lines !== undefined && lines.length > 0 && (
        <ul className="rows">
          {lines.map((line) => (
            <Line key={line.place} line={line} />
          ))}
        </ul>
      )}
      <MoreButton pages={pages}>{t('announced.more')}</MoreButton>
    </section>
  );
}

function Line({ line: { familyName, recordedAt, erasesOn, obstacles } }: { readonly line: AnnouncedLine }) {
  const { t } = useTranslation('retention');
  const { dayOf } = useClinicTime();
  const isLate = obstacles.length > 0 && erasesOn <= dayOf(new Date());
  return (
    <ListRow end={<p>{t(isLate ? 'announced.after' : 'announced.on', { on: formatDate(erasesOn) })}</p>}>
      <p className="strong">{familyName}</p>
      <p className="quiet small">
        {recordedAt === null ? t('announced.record') : t('announced.recording', { on: formatDate(dayOf(recordedAt)) })}
      </p>
      {obstacles.map((obstacle) => (
        <StatusDot key={obstacle} tone="bad" label={t(`obstacles.${obstacle}`)} />
      ))}
    </ListRow>
  );
}
