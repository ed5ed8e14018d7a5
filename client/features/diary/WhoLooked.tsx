import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '#client/api/http.ts';
import { formatDay } from '#client/i18n/formatWhen.ts';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import { LOOKED_BACK_DAYS } from '#shared/domain/audit/lookedAt.ts';
import type { FamilyLookings } from '#shared/protocol/http/diary.ts';
import css from './DiarySheet.module.css';

/** The family's answer to “who looked at this?”: by day and role, in plain words, when a caregiver asks. Rule ADT4. */
export function WhoLooked() {
  const { t } = useTranslation('diary');
  const [answer, setAnswer] = useState<FamilyLookings | 'asking' | 'failed'>();

  function ask() {
    setAnswer('asking');
    call('diary-audit:read').then(setAnswer, () => setAnswer('failed'));
  }

  if (answer === undefined || answer === 'asking') {
    return (
      <BigButton look="quiet" onPress={ask} isBusy={answer === 'asking'}>
        {t('looked.ask')}
      </BigButton>
    );
  }
  return (
    <section className={css['card']}>
      <h2>{t('looked.title')}</h2>
      {answer === 'failed' ? (
        <>
          <p role="alert">{t('looked.failed')}</p>
          <BigButton look="plain" onPress={ask}>
            {t('again')}
          </BigButton>
        </>
      ) : (
        <>
          <p>{t('looked.lead', { days: LOOKED_BACK_DAYS })}</p>
          {answer.length === 0 ? <p>{t('looked.nobody')}</p> : <Days days={answer} />}
          {answer.length > 0 && <p>{t('looked.askClinic')}</p>}
        </>
      )}
    </section>
  );
}

function Days({ days }: { readonly days: FamilyLookings }) {
  const { t } = useTranslation('diary');
  return (
    <ul className="bulleted">
      {days.map(({ on, by, at }) => (
        <li key={`${on} ${by}`}>
          {t('looked.day', { day: formatDay(on), who: t(`looked.by.${by}`) })}{' '}
          {at.map((one) => t(`looked.at.${one}`)).join(', ')}.
        </li>
      ))}
    </ul>
  );
}
