import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { formatDate } from '#client/i18n/formatWhen.ts';
import type { FamilyFact } from '#shared/protocol/familyFacts.ts';
import type { EntryId } from '#shared/protocol/ids.ts';
import { WithdrawDialog } from '../dialogs/WithdrawDialog.tsx';
import { useFamilyScreen } from '../FamilyScreen.tsx';
import { useEntryWords } from '../useEntryWords.ts';
import css from './RecordSection.module.css';
import { Section } from './Section.tsx';

const FEW = 8;

type Withdrawing = { readonly entryId: EntryId; readonly what: string };

/** Every entry ever made: who, when and what. Withdrawn entries stay readable. */
export function RecordSection() {
  const { t } = useTranslation('families');
  const { dayOf, timeOf } = useClinicTime();
  const { course, mayWrite } = useFamilyScreen();
  const [all, setAll] = useState(false);
  const [withdrawing, setWithdrawing] = useState<Withdrawing>();
  const say = useEntryWords();
  const { history } = course;
  const withdrawn = new Set(history.flatMap(({ entry }) => (entry.type === 'entry.withdraw' ? [entry.entry] : [])));
  const shown = all ? history : history.slice(0, FEW);

  function idOf({ entry }: FamilyFact): EntryId | undefined {
    return 'entryId' in entry ? entry.entryId : undefined;
  }

  return (
    <Section id="record" title={t('record.title')} lead={t('record.lead')}>
      <div className={css['scroll']} role="region" aria-label={t('record.entriesLabel')} tabIndex={0}>
        <table className={css['record']}>
          <thead>
            <tr>
              <th scope="col">{t('record.when')}</th>
              <th scope="col">{t('record.who')}</th>
              <th scope="col">{t('record.what')}</th>
              {mayWrite && (
                <th scope="col">
                  <span className="visually-hidden">{t('record.withdraw')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((fact) => {
              const entryId = idOf(fact);
              const isWithdrawn = entryId !== undefined && withdrawn.has(entryId);
              const what = say(fact);
              return (
                <tr key={fact.seq} data-withdrawn={isWithdrawn || undefined}>
                  <td className={css['when']}>
                    {formatDate(dayOf(fact.at))}, {timeOf(fact.at)}
                  </td>
                  <td>{fact.by.name}</td>
                  <td className={css['what']}>
                    {isWithdrawn ? (
                      <>
                        <s>{what}</s> ({t('record.withdrawn')})
                      </>
                    ) : (
                      what
                    )}
                  </td>
                  {mayWrite && (
                    <td>
                      {entryId !== undefined && !isWithdrawn && (
                        <Button
                          size="compact-sm"
                          variant="subtle"
                          onClick={() => setWithdrawing({ entryId, what })}
                          aria-label={t('record.withdrawOf', { what })}
                        >
                          {t('record.withdraw')}
                        </Button>
                      )}
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {!all && history.length > FEW && (
        <Button variant="subtle" size="sm" mt="sm" onClick={() => setAll(true)}>
          {t('record.show', { count: history.length })}
        </Button>
      )}
      {withdrawing !== undefined && <WithdrawDialog {...withdrawing} onClose={() => setWithdrawing(undefined)} />}
    </Section>
  );
}
