import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '#client/api/http.ts';
import { queryOf } from '#client/api/queryOf.ts';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { LiveRegion } from '#client/ui/LiveRegion.tsx';
import { Loading } from '#client/ui/Loading.tsx';
import { SavedForm } from '#client/ui/SavedForm.tsx';
import {
  ENDED_KEPT_DAYS,
  type Period,
  PERIOD_MONTHS,
  PERIODS,
  UNTIL_AGES,
} from '#shared/domain/retention/retentionRules.ts';
import { RetentionRules, type RetentionPreview } from '#shared/protocol/http/retention.ts';
import css from './ErasuresPage.module.css';
import { RetentionDialog } from './RetentionDialog.tsx';

/** In months. */
const YEAR = 12;

/** How long the clinic keeps what. Before a rule is set, the admin sees what it would erase. Rules RET1, RET7, RET8. */
export function RetentionSettings() {
  const { t } = useTranslation('retention');
  const retention = useQuery(queryOf('retention:read'));
  const [seen, setSeen] = useState<{ readonly rules: RetentionRules; readonly preview: RetentionPreview }>();
  const [isSet, setIsSet] = useState(false);

  function nameOf(period: Period): string {
    const months = PERIOD_MONTHS[period];
    if (months === null) return t('periods.keep');
    return months < YEAR ? t('periods.months', { count: months }) : t('periods.years', { count: months / YEAR });
  }

  async function look(rules: RetentionRules): Promise<void> {
    setIsSet(false);
    setSeen({ rules, preview: await call('retention:preview', { query: rules }) });
  }

  function done() {
    setSeen(undefined);
    setIsSet(true);
  }

  return (
    <section aria-labelledby="retention" className={css['section']}>
      <h2 id="retention">{t('title')}</h2>
      <p className={css['lead']}>{t('lead')}</p>
      {retention.isPending && <Loading />}
      {retention.isError && <HttpErrorNote error={retention.error} onRetry={() => void retention.refetch()} />}
      {retention.data && (
        <SavedForm schema={RetentionRules} send={look} submitLabel={t('see')} savedWords="">
          {() => (
            <>
              {(['recording', 'record'] as const).map((kind) => (
                <NativeSelect
                  key={kind}
                  name={kind}
                  label={t(kind)}
                  description={t(`${kind}Hint`)}
                  defaultValue={retention.data.rules[kind]}
                  data={PERIODS[kind].map((value) => ({ value, label: nameOf(value) }))}
                />
              ))}
              <NativeSelect
                name="untilAge"
                label={t('untilAge')}
                description={t('untilAgeHint')}
                defaultValue={retention.data.rules.untilAge}
                data={UNTIL_AGES.map((value) => ({
                  value,
                  label: value === 'any' ? t('ages.any') : t('ages.of', { age: value }),
                }))}
              />
              <p className="quiet small">{t('audit')}</p>
              <p className="quiet small">{t('ended', { days: ENDED_KEPT_DAYS })}</p>
            </>
          )}
        </SavedForm>
      )}
      <LiveRegion>{isSet ? t('set') : ''}</LiveRegion>
      {isSet && <p className={css['after']}>{t('set')}</p>}
      {seen && <RetentionDialog {...seen} onDone={done} onClose={() => setSeen(undefined)} />}
    </section>
  );
}
