import { useTranslation } from 'react-i18next';
import { CodeChip } from '#client/ui/CodeChip.tsx';
import { formatClock } from '#client/ui/formatClock.ts';
import { Why } from '#client/ui/Why.tsx';
import { findCode } from '#shared/domain/programs/program.ts';
import { standingCodes } from '#shared/session/sessionState.ts';
import { uncertainCodes } from '#shared/session/uncertainCodes.ts';
import { useReview } from '../reviewContext.ts';
import css from './Fidelity.module.css';

/** Codes for which a coder heard two, for supervisors to judge. A press plays what was said. Rules COD3, COD4. */
export function UncertainCodes() {
  const { t } = useTranslation('fidelity');
  const { review, player } = useReview();
  const { program, state } = review;
  const codes = standingCodes(state);
  const uncertain = state.windows.flatMap((window) =>
    uncertainCodes(codes, window).map((one) => ({ ...one, kind: window.kind })),
  );
  return (
    <section className={css['section']} aria-labelledby="uncertain">
      <h2 id="uncertain">
        {t('uncertain.title')} <Why rule="COD4" about={t('uncertain.title')} />
      </h2>
      {uncertain.length === 0 && <p className="quiet small">{t('uncertain.none')}</p>}
      <ol className={css['uncertain']}>
        {uncertain.map(({ at, code, candidates: [first = '', second = ''], mode, kind }, index) => {
          const definition = findCode(program, code);
          const time = formatClock(at, 'up');
          return (
            <li key={`${at}-${index}`}>
              <button
                type="button"
                aria-label={t('uncertain.play', { code, time })}
                onClick={() => player.playAround(at)}
              >
                <span className={css['time']}>{time}</span>
                <CodeChip
                  code={code}
                  valence={definition?.valence[kind] ?? 'neutral'}
                  tone={definition?.tone}
                  size="small"
                  mark={mode === 'unsure' ? '?' : '+'}
                />
                <span>{t(`uncertain.${mode}`, { code, first, second })}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
