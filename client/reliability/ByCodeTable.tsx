import { useTranslation } from 'react-i18next';
import { percentText } from '#shared/domain/criterionFigures.ts';
import { CodeChip } from '#client/ui/CodeChip.tsx';
import { Why } from '#client/ui/Why.tsx';
import { findCode, type Program } from '#shared/domain/programs/program.ts';
import { FEWEST_FOR_KAPPA } from '#shared/domain/reliability/bands.ts';
import type { CodeAgreement } from '#shared/domain/reliability/codeAgreements.ts';
import { type ShownComparison, twoDecimals } from './shownComparison.ts';
import css from './Tables.module.css';

/** Each code that a coder gave, and totals per valence because rare codes say little. Rule REL5. */
export function ByCodeTable({ compared: { byCode, byClass }, pair, program }: ShownComparison) {
  const { t } = useTranslation('reliability');
  const used = byCode.filter(isUsed);
  const unused = byCode.filter((one) => !isUsed(one)).map(({ code }) => code);
  const few = t('byCode.fewSays', { fewest: FEWEST_FOR_KAPPA, reference: pair.reference.name });
  return (
    <div>
      <div className={css['scroll']} tabIndex={0} role="group" aria-label={t('byCode.label')}>
        <table className={css['table']}>
          <caption>
            {t('byCode.label')} <Why rule="REL5" about={t('byCode.label')} />
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('byCode.code')}</th>
              <th scope="col">{t('byCode.count', { name: pair.reference.name })}</th>
              <th scope="col">{t('byCode.count', { name: pair.trainee.name })}</th>
              <th scope="col">{t('byCode.agreed')}</th>
              <th scope="col">{t('byCode.agreement')}</th>
              <th scope="col">{t('byCode.kappa')}</th>
            </tr>
          </thead>
          <tbody>
            {used.map((figures) => (
              <Row key={figures.code} figures={figures}>
                <CodeName code={figures.code} program={program} kind={pair.kind} />
              </Row>
            ))}
          </tbody>
          <tbody>
            <tr className={css['group']}>
              <th scope="rowgroup" colSpan={6}>
                {t('byCode.class')}
              </th>
            </tr>
            {byClass
              .filter(isUsed)
              .toSorted(byKind)
              .map((figures) => (
                <Row key={figures.code} figures={figures}>
                  <ClassName name={figures.code} />
                </Row>
              ))}
          </tbody>
        </table>
      </div>
      {[...used, ...byClass].some((one) => one.rare && isUsed(one)) ? <p className={css['after']}>{few}</p> : null}
      {unused.length > 0 ? <p className={css['after']}>{t('byCode.unused', { codes: unused.join(', ') })}</p> : null}
    </div>
  );
}

/** In the words of clinicians: do, avoid, neutral. */
const KINDS = ['do', 'avoid', 'neutral'];

function byKind(one: CodeAgreement, other: CodeAgreement): number {
  return KINDS.indexOf(one.code) - KINDS.indexOf(other.code);
}

function isUsed({ reference, trainee }: CodeAgreement): boolean {
  return reference + trainee > 0;
}

function Row({ figures, children }: { readonly figures: CodeAgreement; readonly children: React.ReactNode }) {
  const { t } = useTranslation('reliability');
  const { reference, trainee, agreements, agreement, rare, kappa } = figures;
  return (
    <tr>
      <th scope="row">{children}</th>
      <td>{reference}</td>
      <td>{trainee}</td>
      <td>{agreements}</td>
      {rare ? (
        <td colSpan={2} className="quiet">
          {t('byCode.few')}
        </td>
      ) : (
        <>
          <td>{agreement === null ? t('byCode.none') : percentText(agreement)}</td>
          <td>{kappa.kappa === null ? t('byCode.noKappa') : twoDecimals(kappa.kappa)}</td>
        </>
      )}
    </tr>
  );
}

type NameProps = { readonly code: string; readonly program: Program; readonly kind: string };

function CodeName({ code, program, kind }: NameProps) {
  const definition = findCode(program, code);
  return (
    <span className={css['name']}>
      <CodeChip code={code} valence={definition?.valence[kind] ?? 'neutral'} tone={definition?.tone} size="small" />
      {definition?.name}
    </span>
  );
}

function ClassName({ name }: { readonly name: string }) {
  const { t } = useTranslation('reliability');
  return <>{name === 'do' || name === 'avoid' || name === 'neutral' ? t(`byCode.kind.${name}`) : name}</>;
}
