import { useTranslation } from 'react-i18next';
import { NamedKey } from '#client/live/keys/NamedKey.tsx';
import type { Phase } from '#shared/domain/phase.ts';
import { findCode, type Program } from '#shared/domain/programs/program.ts';
import { promptsBySkill } from '../promptsIn.ts';
import type { SendPrompt } from '../useSendPrompt.ts';
import css from './panels.module.css';

type LibraryPanelProps = { readonly program: Program; readonly phase: Phase; readonly send: SendPrompt };

/** The program's prompts for this phase, by the skill they ask for. */
export function LibraryPanel({ program, phase, send }: LibraryPanelProps) {
  const { t } = useTranslation('console');
  return promptsBySkill(program, phase).map(({ skill, prompts }) => (
    <section key={skill ?? ''}>
      <h3 className="caption">
        {skill === undefined ? t('prompts.encourage') : (findCode(program, skill)?.name ?? skill)}
      </h3>
      <ul className={css['library']}>
        {prompts.map(({ promptId, text, coachCode, key }) => (
          <li key={promptId}>
            <button type="button" onClick={() => void send(text, skill, coachCode)}>
              <span>{text}</span>
              {key !== undefined && <NamedKey name={key} />}
            </button>
          </li>
        ))}
      </ul>
    </section>
  ));
}
