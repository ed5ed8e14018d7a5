import { useTranslation } from 'react-i18next';
import { useFamilyView, useLiveView, useRunning, useStore } from '../FamilyContext.tsx';
import css from './Company.module.css';
import { SelfPicture } from './SelfPicture.tsx';

/** That the family is seen and heard, and honestly by whom. */
export function Company() {
  const { t, i18n } = useTranslation('family');
  const { media } = useRunning();
  const { ownPicture, hasMicrophone } = useStore(media);
  const { connection } = useLiveView();
  const { coach, coachIsHere, coachHas, alsoWatching, phase } = useFamilyView();
  /** Whoever left when it was over has not stepped out for a moment. */
  const isGone = phase === 'closed' && !coachIsHere;
  const names = new Intl.ListFormat(i18n.language).format(alsoWatching);

  return (
    <section className={css['company']} aria-label={t('company.label')}>
      <SelfPicture />
      {connection === 'live' && !isGone ? (
        <div className={css['words']}>
          <p className={css['coach']}>{t(`company.${seen()}`, { coach })}</p>
          {alsoWatching.length === 0 ? null : (
            <p className={css['others']}>{t('company.watching', { count: alsoWatching.length, names, coach })}</p>
          )}
        </div>
      ) : null}
    </section>
  );

  function seen() {
    if (!coachIsHere) return 'away';
    const [sees, hears] = [coachHas.picture === 'seen', coachHas.sound === 'seen'];
    if (sees && hears) return 'seesYou';
    if (sees) return hasMicrophone ? 'seesNow' : 'seesOnly';
    if (hears) return ownPicture === undefined ? 'hearsOnly' : 'hearsNow';
    const isStarting = coachHas.picture === 'unknown' && coachHas.sound === 'unknown';
    return isStarting ? 'starting' : 'neither';
  }
}
