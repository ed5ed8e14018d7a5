import { IconCheck } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '#client/i18n/formatWhen.ts';
import type { FamilyCard as Card } from '#shared/protocol/http.ts';
import css from './FamilyCard.module.css';

/** What a caregiver takes home from a session. It says what went well, and one thing to try. Rule CARD1. */
export function FamilyCard({ card }: { readonly card: Card }) {
  const { t } = useTranslation('familyCard');
  const id = useId();
  const { caregiverName: name, skip, practice } = card;
  return (
    <section className={css['card']} aria-labelledby={id}>
      <header>
        <p className={css['quiet']}>{formatDay(card.on)}</p>
        <h2 className={css['title']} id={id}>
          {t('title', { name })}
        </h2>
        <p className={css['stage']}>{card.stage}</p>
      </header>

      <Saying heading={t('strength')} text={card.strength} />
      <Saying heading={t('next')} text={card.goal} />

      {card.skills.length === 0 ? null : (
        <div>
          <h3 className={css['heading']}>{t('skills')}</h3>
          <ul className={css['skills']}>
            {card.skills.map((skill) => (
              <Skill key={skill.name} skill={skill} />
            ))}
          </ul>
        </div>
      )}
      {skip === null ? null : (
        <div>
          <h3 className={css['heading']}>{t('skip')}</h3>
          <p className={css['text']}>
            {skip.name}:{' '}
            {skip.actual === null
              ? t('didNotComeUp')
              : t(skip.actual <= skip.goal ? 'within' : 'above', figuresOf(skip))}
          </p>
        </div>
      )}
      <div>
        <h3 className={css['heading']}>{t('practice')}</h3>
        {card.task === null ? null : <p className={css['text']}>{card.task}</p>}
        <p className={css['text']}>
          {practice.days === 0 ? t('noDays') : t('days', { count: practice.days, of: practice.of })}
        </p>
      </div>
      <Why figures={[...card.skills, ...(skip === null ? [] : [skip])]} />
    </section>
  );
}

/** Why these numbers: for each the figures, the rule and where it comes from. */
function Why({ figures }: { readonly figures: readonly Figures[] }) {
  const { t } = useTranslation('familyCard');
  const explained = figures.flatMap(({ why, ...figure }) => (why === undefined ? [] : [{ why, figure }]));
  if (explained.length === 0) return null;
  return (
    <details className={css['why']}>
      <summary>{t('why.title')}</summary>
      <ul>
        {explained.map(({ why, figure }) => (
          <li key={figure.name}>
            {figure.name}: {figure.actual === null ? t('didNotComeUp') : t('bar', figuresOf(figure))}. {why.says}{' '}
            {why.source === '' ? t('why.ours') : t('why.source', { source: why.source })}
          </li>
        ))}
      </ul>
    </details>
  );
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

function Skill({ skill }: { readonly skill: Figures }) {
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
  const isReached = skill.actual >= skill.goal;
  const figures = figuresOf(skill);
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
  const written = (figure: number) => (percent ? `${figure} %` : String(figure));
  return { actual: actual === null ? '' : written(actual), goal: written(goal) };
}
