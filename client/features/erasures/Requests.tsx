import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { call } from '#client/api/http.ts';
import { invalidate } from '#client/api/queryOf.ts';
import { formatDate } from '#client/i18n/formatWhen.ts';
import { useCountWords } from '#client/planning/useCountWords.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { ListRow } from '#client/ui/ListRow.tsx';
import { LiveRegion } from '#client/ui/LiveRegion.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { StatusDot } from '#client/ui/StatusDot.tsx';
import { useAct } from '#client/ui/useAct.ts';
import { MoreButton } from '#client/ui/MoreButton.tsx';
import type { ErasureLine } from '#shared/protocol/http/erasures.ts';
import { EraseDialog } from './EraseDialog.tsx';
import css from './ErasuresPage.module.css';
import { useErasures } from './useErasures.ts';

/** Families that somebody asks to erase. */
export function Requests() {
  const { t } = useTranslation('erasures');
  const pages = useErasures('requested');
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<ErasureLine>();
  const [isErased, setIsErased] = useState(false);
  const lines = pages.data?.pages.flatMap((page) => page.lines);

  function erased() {
    setChosen(undefined);
    setIsErased(true);
    void invalidate(queries, 'erasures:list', 'holds:list', 'caseloads:list');
  }

  return (
    <section aria-labelledby="requested" className={css['section']}>
      <h2 id="requested">{t('requested.title')}</h2>
      <LiveRegion>{isErased ? t('erased') : ''}</LiveRegion>
      {isErased && <p className={css['done']}>{t('erased')}</p>}
      {pages.isPending && <Loading />}
      {pages.isError && <HttpErrorNote error={pages.error} onRetry={() => void pages.refetch()} />}
      {lines?.length === 0 && <EmptyState title={t('requested.none')}>{t('requested.noneText')}</EmptyState>}
      {lines !== undefined && lines.length > 0 && (
        <ul className="rows">
          {lines.map((line) => (
            <Request key={line.place} line={line} onErase={() => setChosen(line)} />
          ))}
        </ul>
      )}
      <MoreButton pages={pages}>{t('requested.more')}</MoreButton>
      {chosen && <EraseDialog line={chosen} onDone={erased} onClose={() => setChosen(undefined)} />}
    </section>
  );
}

function Request({ line, onErase }: { readonly line: ErasureLine; readonly onErase: () => void }) {
  const { t } = useTranslation('erasures');
  const { dayOf } = useClinicTime();
  const say = useCountWords();
  const queries = useQueryClient();
  const { failure, busy, run } = useAct();
  const { familyId, familyName, askedBy, askedAt, reason, counts, obstacles } = line;
  const family = familyName ?? '';

  const decline = () =>
    run(async () => {
      await call('erasure:withdraw', { body: { familyId } });
      await invalidate(queries, 'erasures:list');
    });

  if (line.begunAt !== null) {
    return (
      <ListRow>
        <p>{t('requested.erasing')}</p>
      </ListRow>
    );
  }
  return (
    <ListRow
      end={
        <div className="actions">
          <Button
            variant="default"
            size="sm"
            loading={busy}
            aria-label={t('requested.declineOf', { family })}
            onClick={decline}
          >
            {t('requested.decline')}
          </Button>
          {obstacles.length === 0 && (
            <Button size="sm" aria-label={t('requested.eraseOf', { family })} onClick={onErase}>
              {t('requested.erase')}
            </Button>
          )}
        </div>
      }
    >
      <p className="strong">{family}</p>
      <p>
        {t('requested.by', {
          by: askedBy ?? t('somebody'),
          on: formatDate(dayOf(askedAt)),
          reason: t(`reasons.${reason}`),
        })}
      </p>
      <p className="quiet small">{say(counts)}</p>
      {obstacles.map((obstacle) => (
        <StatusDot key={obstacle} tone="bad" label={t(`obstacles.${obstacle}`)} />
      ))}
      {failure === undefined ? null : <HttpErrorNote error={failure} onRetry={decline} />}
    </ListRow>
  );
}
