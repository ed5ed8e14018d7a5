import { useTranslation } from 'react-i18next';
import { formatClock } from '#client/ui/formatClock.ts';
import { Why } from '#client/ui/Why.tsx';
import type { Program } from '#shared/domain/programs/program.ts';
import { answersNotCoded } from '#shared/domain/scoring/scoreCommands.ts';
import { percentText } from '#shared/domain/criterionFigures.ts';
import css from './CommandSection.module.css';
import { nameOf, type WindowReport } from './reportWords.ts';
import { useOutcomeWords } from './useOutcomeWords.ts';

type Props = { readonly window: WindowReport; readonly program: Program | undefined };

/** The outcomes of a window's commands: totals, and each command with its reason. Rules PDI1 to PDI4. */
export function CommandSection({ window, program }: Props) {
  const { t } = useTranslation('report');
  const { commands: figures, outcomes, from } = window;
  const outcomeWords = useOutcomeWords(program);
  if (figures === null) return null;
  const share = (part: number, whole: number, of: number | null) =>
    of === null ? t('nothing') : t('commands.of', { part, whole, percent: percentText(of) });

  const notCoded = answersNotCoded(outcomes);
  const rows = [
    { rule: 'PDI1', label: t('commands.all'), value: String(figures.commands) },
    { rule: 'PDI5', label: t('commands.direct'), value: String(figures.directCommands) },
    ...(notCoded === 0 ? [] : [{ rule: 'PDI2', label: t('commands.notCoded'), value: String(notCoded) }]),
    {
      rule: 'PDI3',
      label: t('commands.effective'),
      value: share(figures.effective, figures.commands, figures.pctEffective),
    },
    {
      rule: 'PDI4',
      label: t('commands.correct'),
      value: share(figures.followUpCorrect, figures.followUpDue, figures.pctFollowThrough),
    },
  ];

  return (
    <section className={css['commands']} aria-label={t('commands.title')}>
      <h3>{t('commands.title')}</h3>
      <dl className={css['figures']}>
        {rows.map(({ rule, label, value }) => (
          <div key={rule}>
            <dt>
              {label} <Why rule={rule} about={label} figures={value} />
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {outcomes.length > 0 && (
        <div className={css['wide']} tabIndex={0} role="region" aria-label={t('commands.list')}>
          <table className={css['list']}>
            <caption>{t('commands.list')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('commands.when')}</th>
                <th scope="col">{t('commands.command')}</th>
                <th scope="col">{t('commands.response')}</th>
                <th scope="col">{t('commands.outcome')}</th>
              </tr>
            </thead>
            <tbody>
              {outcomes.map(({ at, code, response, outcome }) => (
                <tr key={`${at}-${code}`} data-outcome={outcome.is}>
                  <td>{formatClock(Math.max(0, at - from), 'up')}</td>
                  <td>{nameOf(program, code)}</td>
                  <td>{response === null ? t('commands.noResponse') : nameOf(program, response)}</td>
                  <td>{outcomeWords(outcome)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
