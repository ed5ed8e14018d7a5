import { useTranslation } from 'react-i18next';
import { KeyCap } from '#client/ui/KeyCap.tsx';
import type { Phase } from '#shared/domain/phase.ts';
import { findCode, type Programme } from '#shared/domain/programmes/programme.ts';
import { promptsBySkill } from '../promptsIn.ts';
import type { SendPrompt } from '../useSendPrompt.ts';
import css from './panels.module.css';

type LibraryPanelProps = { readonly programme: Programme; readonly phase: Phase; readonly send: SendPrompt };

/** The programme's prompts for this phase, by the skill that they ask for. */
export function LibraryPanel({ programme, phase, send }: LibraryPanelProps) {
  const { t } = useTranslation('console');
  return promptsBySkill(programme, phase).map(({ skill, prompts }) => (
    <section key={skill ?? ''}>
      <h3 className={css['title']}>
        {skill === undefined ? t('prompts.encourage') : (findCode(programme, skill)?.name ?? skill)}
      </h3>
      <ul className={css['library']}>
        {prompts.map(({ promptId, text, coachCode, key }) => (
          <li key={promptId}>
            <button type="button" onClick={() => void send(text, skill, coachCode)}>
              <span>{text}</span>
              {key !== undefined && <KeyCap>{key.toUpperCase()}</KeyCap>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  ));
}
