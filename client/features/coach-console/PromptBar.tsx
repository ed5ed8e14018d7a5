import { Button } from '@mantine/core';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeyLabel } from '#client/live/keys/keySettings.ts';
import { NamedKey } from '#client/live/keys/NamedKey.tsx';
import { caregiverName } from '#client/live/participants.ts';
import { useQuietView } from '#client/live/LiveContext.tsx';
import type { Program } from '#shared/domain/programs/program.ts';
import { promptsWhileObserved } from '#shared/session/observing.ts';
import type { PromptEntry } from '#shared/session/sessionState.ts';
import type { OpenPanel } from './panels.ts';
import styles from './PromptBar.module.css';
import { favorites, outcomeOf, promptsIn } from './promptsIn.ts';
import type { SendPrompt } from './useSendPrompt.ts';

type PromptBarProps = {
  readonly program: Program;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly send: SendPrompt;
  readonly speak: boolean;
  readonly setSpeak: (speak: boolean) => void;
  readonly openPanel: OpenPanel;
};

/** Why no prompt can be sent with one key. Rule OBS2. */
const OBSERVED = { none: 'observation.silent', 'plain words': 'observation.between' } as const;

/** Prompts to the caregiver: favorites with one key each, and a field for one's own text. */
export function PromptBar({ program, field, send, speak, setSpeak, openPanel }: PromptBarProps) {
  const { t } = useTranslation('console');
  const keyOf = useKeyLabel();
  const { session } = useQuietView();
  const [text, setText] = useState('');
  const { phase } = session;
  const name = caregiverName(session, session.inPlay);
  const whileObserved = promptsWhileObserved(session, program);
  const mayPrompt = phase !== 'coding' && phase !== 'preparing' && phase !== 'closed';
  const keyed = whileObserved === undefined ? favorites(program, phase) : [];
  const last = session.prompts.at(-1);
  const unobserved = phase === 'coding' ? 'prompts.silent' : 'prompts.none';
  const silence = whileObserved === undefined ? unobserved : OBSERVED[whileObserved];

  /** If sending fails, the text stays in the field. */
  const sendOwn = async () => {
    if (await send(text.trim(), undefined)) setText((now) => (now === text ? '' : now));
  };

  return (
    <section className={styles['prompts']} aria-label={t('prompts.label', { name })}>
      <div className={styles['favorites']}>
        {keyed.map(({ promptId, text: words, skill, coachCode, key }) => (
          <button
            key={promptId}
            type="button"
            className={styles['favorite']}
            aria-keyshortcuts={key && keyOf(key)}
            onClick={() => void send(words, skill, coachCode)}
          >
            {key && <NamedKey name={key} />}
            <span>{words}</span>
          </button>
        ))}
        {keyed.length === 0 && <p className={styles['silent']}>{t(silence)}</p>}
      </div>
      <form
        className={styles['own']}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() === '' || !mayPrompt) return;
          void sendOwn();
        }}
      >
        <NamedKey name="/" />
        <input
          ref={field}
          className={styles['field']}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          placeholder={t('prompts.write', { name })}
          aria-label={t('prompts.write', { name })}
          maxLength={200}
          disabled={!mayPrompt}
        />
        <button
          type="button"
          className={styles['speak']}
          aria-pressed={speak}
          disabled={!mayPrompt}
          title={t('prompts.speakHint')}
          onClick={() => setSpeak(!speak)}
        >
          {t('prompts.speak')}
        </button>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => openPanel({ is: 'library' })}
          disabled={!mayPrompt || whileObserved !== undefined || promptsIn(program, phase).length === 0}
        >
          {t('prompts.library')}
        </Button>
        <p className={styles['last']}>{last && <LastPrompt prompt={last} />}</p>
      </form>
    </section>
  );
}

function LastPrompt({ prompt }: { readonly prompt: PromptEntry }) {
  const { t } = useTranslation('console');
  const outcome = outcomeOf(prompt);
  return (
    <>
      <span className={styles['lastText']} title={prompt.text}>
        {prompt.text}
      </span>
      <strong data-outcome={outcome}>{t(`prompts.${outcome}`)}</strong>
    </>
  );
}
