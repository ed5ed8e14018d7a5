import { IconCheck } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '#client/i18n/formatWhen.ts';
import type { FamilyCard as Card } from '#shared/protocol/http/diary.ts';
import css from './FamilyCard.module.css';

/** What a caregiver takes home from a session: what went well, and one thing to try. Rule CARD1. */
export function FamilyCard({ card }: { readonly card: Card }) {
  const { t } = useTranslation('familyCard');
  const id = useId();
  const length = useLengthWords();
  const { caregiverName: name, counted, skip, practice } = card;
  const judged = counted?.judged === true;
  return (
    <section className={css['card']} aria-labelledby={id}>
      <header>
        <p className="quiet">{formatDay(card.on)}</p>
        <h2 className={css['title']} id={id}>
          {t('title', { name })}
        </h2>
        <p className="quiet">{card.stage}</p>
      </header>

      {card.strength === null ? null : <Saying heading={t('strength')} text={card.strength} />}
      <Saying heading={t('next')} text={card.goal} />

      {counted === null ? (
        <p className="quiet">{t('notCounted')}</p>
      ) : (
        <div>
          <h3 className={css['heading']}>{t('skills', { length: length(counted.ms) })}</h3>
          {judged ? null : <p className="quiet">{t('notJudged')}</p>}
          <ul className={css['skills']}>
            {card.skills.map((skill) => (
              <Skill key={skill.name} skill={skill} judged={judged} />
            ))}
          </ul>
        </div>
      )}
      {skip.length === 0 ? null : (
        <div>
          <h3 className={css['heading']}>{t('skip')}</h3>
          {skip.map((figure) => (
            <Skip key={figure.name} figure={figure} judged={judged} />
          ))}
        </div>
      )}
      <div>
        <h3 className={css['heading']}>{t('practice')}</h3>
        {card.task === null ? null : <p className={css['text']}>{card.task}</p>}
        <p className={css['text']}>
          {practice.days === 0 ? t('noDays') : t('days', { count: practice.days, of: practice.of })}
        </p>
      </div>
      <Why figures={[...card.skills, ...skip]} />
    </section>
  );
}

function Why({ figures }: { readonly figures: readonly Figures[] }) {
  const { t } = useTranslation('familyCard');
  if (figures.length === 0) return null;
  const origins = [...new Set(figures.map(({ goalOrigin }) => goalOrigin))];
  const [ofAll] = origins.length === 1 ? origins : [];
  return (
    <details className={css['why']}>
      <summary>{t('why.title')}</summary>
      <dl>
        {figures.map(({ name, why, goalOrigin }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {why} {ofAll === undefined && t(`why.${goalOrigin}`)}
            </dd>
          </div>
        ))}
      </dl>
      {ofAll !== undefined && <p>{t(`whyAll.${ofAll}`)}</p>}
    </details>
  );
}

function useLengthWords(): (ms: number) => string {
  const { t } = useTranslation('familyCard');
  return (ms) => {
    const all = Math.floor(ms / 1_000);
    const [minutes, seconds] = [Math.floor(all / 60), all % 60];
    if (seconds === 0) return t('length.minutes', { minutes });
    return t(minutes === 0 ? 'length.seconds' : 'length.both', { minutes, seconds });
  };
}

/** What to avoid, and how often it happened. */
function Skip({ figure, judged }: { readonly figure: Figures; readonly judged: boolean }) {
  const { t } = useTranslation('familyCard');
  const { name, actual, goal } = figure;
  const text = () => {
    if (actual === null) return t('didNotComeUp');
    if (actual === 0) return t('none');
    if (!judged) return t('plain', figuresOf(figure));
    return t(actual <= goal ? 'within' : 'above', figuresOf(figure));
  };
  return <p className={css['text']}>{t('skipFigure', { name, text: text() })}</p>;
}

function Saying({ heading, text }: { readonly heading: string; readonly text: string }) {
  return (
    <div className={css['saying']}>
      <h3 className={css['heading']}>{heading}</h3>
      <p className={css['text']}>{text}</p>
    </div>
  );
}

type Figures = Card['skills'][number];

function Skill({ skill, judged }: { readonly skill: Figures; readonly judged: boolean }) {
  const { t } = useTranslation('familyCard');
  const id = useId();
  if (skill.actual === null) {
    return (
      <li className={css['skill']}>
        <span className={css['name']}>{skill.name}</span>
        <span className={css['goal']}>{t('didNotComeUp')}</span>
      </li>
    );
  }
  const figures = figuresOf(skill);
  if (!judged) {
    return (
      <li className={css['skill']}>
        <span className={css['name']}>{skill.name}</span>
        <span className={css['actual']}>{figures.actual}</span>
      </li>
    );
  }
  const isReached = skill.actual >= skill.goal;
  const filled = skill.goal === 0 ? 1 : Math.min(1, skill.actual / skill.goal);
  return (
    <li className={css['skill']}>
      <span className={css['name']} id={id}>
        {skill.name}
      </span>
      <span className={css['actual']} aria-hidden="true">
        {figures.actual}
      </span>
      <span
        className={css['track']}
        role="meter"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={Math.max(skill.goal, skill.actual)}
        aria-valuenow={skill.actual}
        aria-valuetext={t('bar', figures)}
      >
        <span className={css['fill']} style={{ width: `${filled * 100}%` }} />
      </span>
      <span className={css['goal']} aria-hidden="true">
        {isReached ? <IconCheck size={16} stroke={2.5} /> : null}
        {isReached ? t('reached') : t('goal', figures)}
      </span>
    </li>
  );
}

function figuresOf({ actual, goal, percent = false }: Figures): { readonly actual: string; readonly goal: string } {
  const written = (figure: number) => (percent ? `${figure}%` : String(figure));
  return { actual: actual === null ? '' : written(actual), goal: written(goal) };
}
