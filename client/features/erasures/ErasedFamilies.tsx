import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { formatDate } from '#client/i18n/formatWhen.ts';
import { useCountWords } from '#client/planning/useCountWords.ts';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { ListRow } from '#client/ui/ListRow.tsx';
import { MoreButton } from '#client/ui/MoreButton.tsx';
import type { ErasureLine } from '#shared/protocol/http/erasures.ts';
import css from './ErasuresPage.module.css';
import { useErasures } from './useErasures.ts';

/** What stays of erased families, which names nobody of them. Rule ERA3. */
export function ErasedFamilies() {
  const { t } = useTranslation('erasures');
  const { dayOf } = useClinicTime();
  const say = useCountWords();
  const pages = useErasures('erased');
  const lines = pages.data?.pages.flatMap((page) => page.lines);

  function sayLine({ finishedAt, askedBy, confirmedBy, isByRule, reason }: ErasureLine) {
    const on = finishedAt === null ? '' : formatDate(dayOf(finishedAt));
    const asker = askedBy ?? t('somebody');
    if (isByRule) return t('done.byRule', { on, admin: asker, reason: t(`reasons.${reason}`) });
    return t('done.line', { on, asker, admin: confirmedBy ?? t('somebody'), reason: t(`reasons.${reason}`) });
  }

  return (
    <section aria-labelledby="erased" className={css['section']}>
      <h2 id="erased">{t('done.title')}</h2>
      <p className="quiet">{t('done.lead')}</p>
      {pages.isError && <HttpErrorNote error={pages.error} onRetry={() => void pages.refetch()} />}
      {lines?.length === 0 && <p className="quiet">{t('done.none')}</p>}
      {lines !== undefined && lines.length > 0 && (
        <ul className="rows">
          {lines.map((line) => (
            <ListRow key={line.place}>
              <p>{sayLine(line)}</p>
              <p className="quiet small">{say(line.counts)}</p>
            </ListRow>
          ))}
        </ul>
      )}
      <MoreButton pages={pages}>{t('done.more')}</MoreButton>
    </section>
  );
}
