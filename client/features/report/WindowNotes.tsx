import { useTranslation } from 'react-i18next';
import { formatClock } from '#client/ui/formatClock.ts';
import { Why } from '#client/ui/Why.tsx';
import { gapTitle } from '#shared/domain/gapCauses.ts';
import { findTreatmentPhase, type Program } from '#shared/domain/programs/program.ts';
import { percentText } from '#shared/domain/criterionFigures.ts';
import { nameOf, type WindowReport } from './reportWords.ts';
import css from './WindowNotes.module.css';

type Props = { readonly window: WindowReport; readonly program: Program | undefined };

/** More about a window: ratios, stops of its clock, ratings, and codes that the coder was unsure of. */
export function WindowNotes({ window, program }: Props) {
  const { t } = useTranslation('report');
  const { ratios, stops, ratings, uncertain, from } = window;
  const phase = program && findTreatmentPhase(program, window.kind);
  const rated = (phase?.ratings ?? []).flatMap(({ id, label }) => {
    const value = ratings[id];
    return value === undefined ? [] : [{ id, label, value }];
  });
  const clock = (at: number) => formatClock(Math.max(0, at - from), 'up');

  return (
    <div className={css['notes']}>
      {ratios.length > 0 && (
        <section>
          <h3>{t('ratios')}</h3>
          <dl>
            {ratios.map(({ rule, label, value }) => {
              const figure = value === null ? t('nothing') : percentText(value);
              return (
                <div key={rule}>
                  <dt>
                    {label} <Why rule={rule} about={label} figures={figure} />
                  </dt>
                  <dd>{figure}</dd>
                </div>
              );
            })}
          </dl>
        </section>
      )}
      {rated.length > 0 && (
        <section>
          <h3>{t('ratings')}</h3>
          <dl>
            {rated.map(({ id, label, value }) => (
              <div key={id}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {stops.length > 0 && (
        <section>
          <h3>
            {t('stops.title')} <Why rule="WIN4" about={t('stops.title')} />
          </h3>
          <ul>
            {stops.map((stop) => (
              <li key={`${stop.why}-${stop.from}`}>
                {t(`stops.${stop.why}`, {
                  lost: stop.why === 'gap' ? gapTitle([stop.causes]) : '',
                  at: clock(stop.from),
                  length: formatClock(stop.to - stop.from, 'up'),
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
      {uncertain.length > 0 && (
        <section>
          <h3>
            {t('uncertain.title')} <Why rule="COD4" about={t('uncertain.title')} />
          </h3>
          <ul>
            {uncertain.map(({ at, code, candidates, mode }) => (
              <li key={`${at}-${code}`}>
                {t(`uncertain.${mode}`, {
                  at: clock(at),
                  code: nameOf(program, code).toLowerCase(),
                  candidates: candidates.map((one) => nameOf(program, one)).join(` ${t('uncertain.or')} `),
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
