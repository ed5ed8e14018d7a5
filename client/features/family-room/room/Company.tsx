import { useTranslation } from 'react-i18next';
import { companyStatement } from '../familyStatements.ts';
import { useScene } from '../FamilyContext.tsx';
import css from './Company.module.css';
import { SelfPicture } from './SelfPicture.tsx';

/** Says whether the family is seen and heard, and by whom. */
export function Company() {
  const { t, i18n } = useTranslation('family');
  const scene = useScene();
  const { coach, alsoWatching } = scene.view;
  const said = companyStatement(scene);
  const names = new Intl.ListFormat(i18n.language).format(alsoWatching);

  return (
    <section className={css['company']} aria-label={t('company.label')}>
      <SelfPicture />
      {said === undefined ? null : (
        <div className={css['words']}>
          {said.coach === undefined ? null : <p className={css['coach']}>{t(`company.${said.coach}`, { coach })}</p>}
          {said.others === undefined ? null : (
            <p className={css['others']}>{t(`company.${said.others}`, { count: alsoWatching.length, names, coach })}</p>
          )}
        </div>
      )}
    </section>
  );
}
