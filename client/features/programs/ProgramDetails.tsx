import { useTranslation } from 'react-i18next';
import { CodeChip } from '#client/ui/CodeChip.tsx';
import { NamedKey } from '#client/live/keys/NamedKey.tsx';
import { codesIn, type Program, STREAMS } from '#shared/domain/programs/program.ts';
import { GoalTable } from './GoalTable.tsx';
import css from './ProgramDetails.module.css';

/** A program, read-only: its goals with reasons, and its codes with their meanings. */
export function ProgramDetails({ program }: { readonly program: Program }) {
  const { t } = useTranslation('programs');
  return (
    <>
      <p className={css['about']}>{program.about}</p>
      {program.phases.map((phase) => (
        <GoalTable key={phase.id} phase={phase} />
      ))}
      {STREAMS.map((stream) => {
        const codes = codesIn(program, stream);
        if (codes.length === 0) return null;
        return (
          <details key={stream} className={css['stream']}>
            <summary>{t(`stream.${stream}`, { count: codes.length })}</summary>
            <dl className={css['codes']}>
              {codes.map(({ code, name, definition, examples, keys, valence, tone }) => (
                <div key={code} className={css['code']}>
                  <dt className={css['term']}>
                    <CodeChip
                      code={code}
                      valence={valence[program.phases[0].id] ?? 'neutral'}
                      tone={tone}
                      size="small"
                    />
                    <span className="strong">{name}</span>
                    <span className={css['keys']}>
                      {keys.map((key) => (
                        <NamedKey key={key} name={key} />
                      ))}
                    </span>
                  </dt>
                  <dd>
                    {definition} <span className="quiet">{examples.join(' · ')}</span>
                  </dd>
                </div>
              ))}
            </dl>
          </details>
        );
      })}
    </>
  );
}
