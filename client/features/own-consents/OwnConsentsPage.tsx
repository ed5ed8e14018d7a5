import { useTranslation } from 'react-i18next';
import { CallClinic } from '#client/frame/CallClinic.tsx';
import { BigButton } from '#client/ui/calm/BigButton.tsx';
import { BigLink } from '#client/ui/calm/BigLink.tsx';
import { CalmPage } from '#client/ui/calm/CalmPage.tsx';
import { ReadingPage } from '#client/ui/calm/ReadingPage.tsx';
import { Saying } from '#client/ui/calm/Saying.tsx';
import css from './OwnConsentsPage.module.css';
import { OwnQuestion } from './OwnQuestion.tsx';
import { useOwnConsents } from './useOwnConsents.ts';

/** What a caregiver agreed to, for themselves and for the child, each with its buttons. Rules CNS1, CNS2. */
export function OwnConsentsPage() {
  const { t } = useTranslation('ownConsents');
  const { consents, unread, unsaved, is, read, answer } = useOwnConsents();

  if (unread !== undefined) {
    return (
      <CalmPage>
        <Saying title={t('title')} text={unread.refusal ?? t('offline')}>
          <BigButton look="main" onPress={read}>
            {t('again')}
          </BigButton>
          <CallClinic />
        </Saying>
      </CalmPage>
    );
  }
  if (consents === undefined) {
    return (
      <CalmPage>
        <Saying title={t('opening')} />
      </CalmPage>
    );
  }
  const { own, forChild, childInitials } = consents;
  const isBusy = is === 'busy';
  return (
    <ReadingPage>
      <h1>{t('title')}</h1>
      <p className={css['lead']}>{t('lead')}</p>
      <section className={css['group']}>
        <h2>{t('mine')}</h2>
        {own.map((standing) => (
          <OwnQuestion key={standing.purpose} about="me" standing={standing} isBusy={isBusy} onAnswer={answer} />
        ))}
      </section>
      <section className={css['group']}>
        <h2>{childInitials === '' ? t('forChild') : t('forChildNamed', { initials: childInitials })}</h2>
        {forChild === null ? <p>{t('notGuardian')}</p> : null}
        {forChild?.map((standing) => (
          <OwnQuestion key={standing.purpose} about="child" standing={standing} isBusy={isBusy} onAnswer={answer} />
        ))}
      </section>
      <p role="status" className={css['said']}>
        {unsaved === undefined ? is === 'saved' && t('saved') : (unsaved.refusal ?? t('failed'))}
      </p>
      <BigLink href="/diary">{t('back')}</BigLink>
    </ReadingPage>
  );
}
