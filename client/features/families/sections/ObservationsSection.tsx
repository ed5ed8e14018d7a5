import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Why } from '#client/ui/Why.tsx';
import { formatDate } from '#client/i18n/formatWhen.ts';
import { percentText } from '#shared/domain/criterionFigures.ts';
import { findRule } from '#shared/domain/rules/findRule.ts';
import { OBSERVED_AT, type ObservedFigure, type ObservedSituation } from '#shared/course/observations.ts';
import { nameOf, useFamilyScreen } from '../FamilyScreen.tsx';
import css from './Section.module.css';
import tableCss from './ObservationsSection.module.css';
import { Section } from './Section.tsx';

/** Observations at the beginning, middle and end, side by side. Rules OBS1 to OBS3. */
export function ObservationsSection() {
  const { t } = useTranslation('families');
  const screen = useFamilyScreen();
  const { course, program } = screen;
  if (program.observation === undefined) return null;
  const observed = course.observations.filter(({ situations }) => situations.length > 0);
  return (
    <Section id="observations" title={t('observations.title')} lead={t('observations.lead')}>
      {observed.length === 0 && <p className={css['none']}>{t('observations.none')}</p>}
      {observed.map(({ caregiverId, situations }) => (
        <Fragment key={caregiverId}>
          <h3 className={css['subtitle']}>{nameOf(screen, caregiverId)}</h3>
          {situations.map((situation) => (
            <Situation key={situation.id} situation={situation} whose={nameOf(screen, caregiverId) ?? ''} />
          ))}
        </Fragment>
      ))}
    </Section>
  );
}

function Situation({ situation, whose }: { readonly situation: ObservedSituation; readonly whose: string }) {
  const { t } = useTranslation('families');
  const { name, on, figures } = situation;
  const caption = t('observations.of', { situation: name, name: whose });
  return (
    <div className={tableCss['wide']} tabIndex={0} role="region" aria-label={caption}>
      <table className={tableCss['table']}>
        <caption>{name}</caption>
        <thead>
          <tr>
            <th scope="col">{t('observations.figure')}</th>
            {OBSERVED_AT.map((time) => (
              <th key={time} scope="col">
                {t(`observations.${time}`)}
                <span className={tableCss['day']}>
                  {on[time] === undefined ? t('observations.notYet') : formatDate(on[time])}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.id}>
              <th scope="row">
                {figure.label} {findRule(figure.id) !== undefined && <Why rule={figure.id} about={figure.label} />}
              </th>
              {OBSERVED_AT.map((time) => (
                <td key={time}>{sayFigure(figure, time)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A dash if nothing was observed, or for a share without events. */
function sayFigure({ at, isShare }: ObservedFigure, time: (typeof OBSERVED_AT)[number]): string {
  const value = at[time];
  if (value === undefined || value === null) return '–';
  return isShare ? percentText(value) : String(value);
}
