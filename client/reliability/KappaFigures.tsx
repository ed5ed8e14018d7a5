import { useTranslation } from 'react-i18next';
import { Why } from '#client/ui/Why.tsx';
import { percentOf } from '#shared/domain/criterionFigures.ts';
import { bandOf, KAPPA_BANDS } from '#shared/domain/reliability/bands.ts';
import type { CoderComparison } from '#shared/domain/reliability/compareCoders.ts';
import type { Kappa } from '#shared/domain/reliability/kappa.ts';
import css from './KappaFigures.module.css';
import { twoDecimals } from './shownComparison.ts';

/** Both kappas, each with its meaning and inputs, or the reason why there is none. */
export function KappaFigures({ compared }: { readonly compared: CoderComparison }) {
  const { t } = useTranslation('reliability');
  return (
    <section aria-label={t('kappa.label')}>
      <h3 className="large">{t('kappa.label')}</h3>
      <dl className={css['kappas']}>
        <Figure which="matched" kappa={compared.kappaMatched} />
        <Figure which="nil" kappa={compared.kappaWithNil} />
      </dl>
    </section>
  );
}

function Figure({ which, kappa }: { readonly which: 'matched' | 'nil'; readonly kappa: Kappa }) {
  const { t } = useTranslation('reliability');
  const figures = useKappaFigures(kappa);
  const label = t(`kappa.${which}`);
  return (
    <div className={css['kappa']}>
      <dt>
        {label} <Why rule="REL3" about={label} figures={figures} />
        <span className={css['says']}>{t(`kappa.${which}Says`)}</span>
      </dt>
      <dd>
        <KappaValue kappa={kappa} about={label} />
        {figures === undefined ? null : <span className={css['says']}>{figures}</span>}
      </dd>
    </div>
  );
}

function KappaValue({ kappa: { kappa, expected }, about }: { readonly kappa: Kappa; readonly about: string }) {
  const { t } = useTranslation('reliability');
  if (kappa === null) return <>{t(expected === null ? 'kappa.noRows' : 'kappa.chance')}</>;
  const band = bandOf(KAPPA_BANDS, kappa) ?? 'poor';
  return (
    <span>
      <strong className="large figures">{twoDecimals(kappa)}</strong> {t(`kappa.band.${band}`)}{' '}
      <Why rule="REL7" about={`${about}: ${t(`kappa.band.${band}`)}`} figures={twoDecimals(kappa)} />
    </span>
  );
}

function useKappaFigures({ observed, expected, pabak }: Kappa): string | undefined {
  const { t } = useTranslation('reliability');
  if (observed === null || expected === null || pabak === null) return undefined;
  return t('kappa.figures', {
    observed: percentOf(observed, Math.round),
    expected: percentOf(expected, Math.round),
    pabak: twoDecimals(pabak),
  });
}
