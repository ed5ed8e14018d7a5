import { useTranslation } from 'react-i18next';
import css from './FamilyCheck.module.css';

type ListeningPlace = 'combined' | 'room';

type Props = { readonly listening: ListeningPlace; readonly onChoose: (listening: ListeningPlace) => void };

const CHOICES: readonly ListeningPlace[] = ['combined', 'room'];

/** Where the family will hear the coach. */
export function ListeningChoice({ listening, onChoose }: Props) {
  const { t } = useTranslation('deviceCheck');
  return (
    <fieldset className={css['choices']}>
      <legend className="visually-hidden">{t('family.sound.title')}</legend>
      {CHOICES.map((choice) => (
        <label key={choice} className={css['choice']}>
          <input
            type="radio"
            name="listening"
            value={choice}
            checked={listening === choice}
            onChange={() => onChoose(choice)}
          />
          <span>
            <strong>{t(`listening.${choice}`)}</strong>
            <small>{t(`listening.${choice}Hint`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
