import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LevelDialog } from '../dialogs/LevelDialog.tsx';
import { useFamilyScreen } from '../FamilyScreen.tsx';
import { EntryButton } from './EntryButton.tsx';
import css from './LevelSection.module.css';
import { Reasons } from './Reasons.tsx';
import { Section } from './Section.tsx';
import sectionCss from './Section.module.css';
import { Steps } from './Steps.tsx';

/** The current level, what it means at home, and the gate to the next level. Rules LVL1 to LVL5. */
export function LevelSection() {
  const { t } = useTranslation('families');
  const { course, mayWrite } = useFamilyScreen();
  const [choosing, setChoosing] = useState(false);
  const { levels, standing } = course;
  if (levels === undefined) return null;
  const { all, now, next, gate } = levels;
  const reasons = course.caregivers.flatMap(({ name }, index) => {
    const reason = gate[index];
    if (reason === undefined) return [];
    return [course.caregivers.length > 1 ? { ...reason, text: `${name}: ${reason.text}` } : reason];
  });
  return (
    <Section id="level" title={t('levels.title')}>
      <Steps label={t('levels.steps')} steps={all} now={now?.id} />
      <div className={sectionCss['card']}>
        <p className="large strong">{now?.name ?? t('levels.none')}</p>
        <p className={sectionCss['text']}>{now?.purpose ?? t('levels.noneMeans')}</p>
        {now && <p className={sectionCss['text']}>{t('levels.home', { task: now.homeTask })}</p>}
        {next && (
          <div className={css['gate']}>
            <p className="strong">{t('levels.gate', { level: next.name })}</p>
            <Reasons reasons={reasons} label={t('levels.gate', { level: next.name })} />
          </div>
        )}
      </div>
      {mayWrite && standing !== 'dropped' && (
        <div className={`actions ${sectionCss['after'] ?? ''}`}>
          {next && gate.every(({ met }) => met) && (
            <EntryButton size="sm" entry={{ type: 'level.set', level: next.id, override: null }}>
              {t('levels.moveOn', { level: next.name })}
            </EntryButton>
          )}
          <Button size="sm" variant="default" onClick={() => setChoosing(true)}>
            {t('levels.other')}
          </Button>
        </div>
      )}
      {choosing && <LevelDialog levels={levels} onClose={() => setChoosing(false)} />}
    </Section>
  );
}
