import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListRow } from '#client/ui/ListRow.tsx';
import { StatusDot, type StatusTone } from '#client/ui/StatusDot.tsx';
import { Why } from '#client/ui/Why.tsx';
import { formatDate } from '#client/i18n/formatWhen.ts';
import type { Objective } from '#shared/course/courseView.ts';
import { ObjectiveDialog } from '../dialogs/ObjectiveDialog.tsx';
import { nameOf, useFamilyScreen } from '../FamilyScreen.tsx';
import { sayValue } from '../objectiveMeasures.ts';
import { useObjectiveMeasures } from '../useObjectiveMeasures.ts';
import { EntryButton } from './EntryButton.tsx';
import css from './ObjectivesSection.module.css';
import { Section } from './Section.tsx';
import sectionCss from './Section.module.css';

const TONES: Readonly<Record<Objective['standing'], StatusTone>> = {
  met: 'good',
  'on the way': 'caution',
  late: 'bad',
  'not measured': 'off',
};

/** The family's objectives with dates, measured by codes and diary entries. */
export function ObjectivesSection() {
  const { t } = useTranslation('families');
  const { course, mayWrite } = useFamilyScreen();
  const [adding, setAdding] = useState(false);
  return (
    <Section
      id="objectives"
      title={t('objectives.title')}
      lead={t('objectives.lead')}
      actions={
        mayWrite && (
          <Button variant="default" size="sm" onClick={() => setAdding(true)}>
            {t('objectives.add')}
          </Button>
        )
      }
    >
      {course.objectives.length === 0 && <p className={sectionCss['none']}>{t('objectives.none')}</p>}
      {course.objectives.length > 0 && (
        <ul className="rows">
          {course.objectives.map((objective) => (
            <ObjectiveRow key={objective.objective} objective={objective} />
          ))}
        </ul>
      )}
      {adding && <ObjectiveDialog onClose={() => setAdding(false)} />}
    </Section>
  );
}

function ObjectiveRow({ objective: one }: { readonly objective: Objective }) {
  const { t } = useTranslation('families');
  const screen = useFamilyScreen();
  const measures = useObjectiveMeasures(screen.program);
  const measure = measures.find(({ value }) => value === JSON.stringify(one.measure))?.label ?? one.measure.of;
  const aim = t('objectives.aim', {
    who: nameOf(screen, one.caregiverId) ?? '',
    measure,
    bound: t(one.bound === 'at least' ? 'objectives.atLeast' : 'objectives.atMost'),
    target: sayValue(one.measure, one.target),
    by: formatDate(one.by),
  });
  return (
    <ListRow
      end={
        <>
          {' '}
          <StatusDot
            tone={one.closed === undefined ? TONES[one.standing] : one.closed === 'met' ? 'good' : 'off'}
            label={
              one.closed === undefined ? t(`objectives.standing.${one.standing}`) : t(`objectives.closed.${one.closed}`)
            }
          />
          {screen.mayWrite && one.closed === undefined && (
            <div className="actions">
              {(['met', 'dropped'] as const).map((how) => (
                <EntryButton
                  key={how}
                  size="sm"
                  variant={how === 'met' ? 'default' : 'subtle'}
                  entry={{ type: 'objective.close', objective: one.objective, how }}
                  label={t(how === 'met' ? 'objectives.closeMetOf' : 'objectives.dropOf', { words: one.words })}
                >
                  {t(how === 'met' ? 'objectives.closeMet' : 'objectives.drop')}
                </EntryButton>
              ))}
            </div>
          )}
        </>
      }
    >
      <p className="strong">{one.words}</p>
      <p className="quiet small">
        {aim} <Why rule="OBJ1" about={one.words} figures={aim} />
      </p>
      <Progress objective={one} />
    </ListRow>
  );
}

/** Progress: the latest value beside the target, as a bar and in words. */
function Progress({ objective: { words, measure, bound, target, latest } }: { readonly objective: Objective }) {
  const { t } = useTranslation('families');
  if (latest === null) return null;
  const scale = Math.max(target * (bound === 'at least' ? 1 : 1.5), latest, Number.EPSILON);
  const says = t('objectives.latest', { value: sayValue(measure, latest) });
  return (
    <div className={css['progress']}>
      <span role="img" aria-label={`${t('objectives.progress', { words })}: ${says}`} className={css['track']}>
        <span className={css['bar']} style={{ width: `${(100 * latest) / scale}%` }} />
        <span className={css['target']} style={{ insetInlineStart: `${(100 * target) / scale}%` }} />
      </span>
      <span className="quiet small">{says}</span>
    </div>
  );
}
