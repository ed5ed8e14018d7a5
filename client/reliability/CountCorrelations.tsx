import { useTranslation } from 'react-i18next';
import { Why } from '#client/ui/Why.tsx';
import { codesIn, findCode, type Program } from '#shared/domain/programs/program.ts';
import { FEWEST_FOR_ICC, type IccBand } from '#shared/domain/reliability/bands.ts';
import { type ComparedWindow, countCorrelations, iccBandsOf } from '#shared/domain/reliability/coderTrend.ts';
import type { Icc } from '#shared/domain/reliability/icc.ts';
import { twoDecimals } from './shownComparison.ts';
import css from './Tables.module.css';

type Props = { readonly windows: readonly ComparedWindow[]; readonly program: Program };

/** The correlation of two coders' counts over windows, for each code that varies. Rule REL8. */
export function CountCorrelations({ windows, program }: Props) {
  const { t } = useTranslation('reliability');
  const count = windows.filter(({ independent }) => independent).length;
  const codes = codesIn(program, 'parent').map(({ code }) => code);
  const shown = countCorrelations(windows, codes).filter((one) => one.agreement !== null || one.consistency !== null);
  const isFew = count < FEWEST_FOR_ICC;
  return (
    <div>
      <div className={css['scroll']} tabIndex={0} role="group" aria-label={t('icc.label')}>
        <table className={css['table']} data-gray={isFew || undefined}>
          <caption>
            {t('icc.label')} <Why rule="REL8" about={t('icc.label')} />
            <span className={css['about']}>
              {t('icc.says', { count })} {isFew ? t('icc.few', { fewest: FEWEST_FOR_ICC }) : ''}
            </span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('icc.code')}</th>
              <th scope="col">
                {t('icc.agreement')}
                <span className={css['about']}>{t('icc.agreementSays')}</span>
              </th>
              <th scope="col">
                {t('icc.consistency')}
                <span className={css['about']}>{t('icc.consistencySays')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ code, agreement, consistency }) => (
              <tr key={code}>
                <th scope="row">{findCode(program, code)?.name ?? code}</th>
                <Figure icc={agreement} isJudged={!isFew} />
                <Figure icc={consistency} isJudged={!isFew} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length === 0 ? <p className={css['after']}>{t('icc.nothing')}</p> : null}
    </div>
  );
}

function Figure({ icc, isJudged }: { readonly icc: Icc | null; readonly isJudged: boolean }) {
  const { t } = useTranslation('reliability');
  if (icc === null) return <td>{t('icc.none')}</td>;
  const { value, interval } = icc;
  const bands = isJudged ? iccBandsOf(icc) : undefined;
  const [low, high] = interval ?? [];
  return (
    <td>
      <strong>{twoDecimals(value)}</strong>
      <span className={css['about']}>
        {low === undefined || high === undefined
          ? t('icc.noInterval')
          : t('icc.interval', { low: twoDecimals(low), high: twoDecimals(high) })}
      </span>
      {bands === undefined ? null : <Bands low={bands[0]} high={bands[1]} />}
    </td>
  );
}

function Bands({ low, high }: { readonly low: IccBand; readonly high: IccBand }) {
  const { t } = useTranslation('reliability');
  const [from, to] = [t(`icc.band.${low}`), t(`icc.band.${high}`)];
  return <span className={css['about']}>{low === high ? from : t('icc.between', { low: from, high: to })}</span>;
}
