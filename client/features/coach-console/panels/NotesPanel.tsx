import { Button, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '#client/ui/formatClock.ts';
import { useQuietView, useRun } from '#client/live/LiveContext.tsx';
import { NoteId } from '#shared/protocol/ids.ts';
import css from './panels.module.css';

const newNoteId = () => NoteId.parse(crypto.randomUUID());

/** Notes for the clinic, with the session time of writing. */
export function NotesPanel() {
  const { t } = useTranslation('console');
  const { session } = useQuietView();
  const run = useRun();
  const [text, setText] = useState('');

  /** The id stays until the note is saved: a note whose answer was lost is not written twice. */
  const noteId = useRef(newNoteId());

  const keep = async () => {
    if (text.trim() === '') return;
    if (!(await run('note:write', { noteId: noteId.current, text: text.trim() }))) return;
    noteId.current = newNoteId();
    setText((now) => (now === text ? '' : now));
  };

  return (
    <>
      <form
        className={css['stack']}
        onSubmit={(event) => {
          event.preventDefault();
          void keep();
        }}
      >
        <Textarea
          aria-label={t('notes.write')}
          placeholder={t('notes.write')}
          value={text}
          maxLength={2_000}
          rows={3}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            void keep();
          }}
        />
        <Button type="submit">{t('notes.save')}</Button>
      </form>
      {session.notes.length === 0 && <p className="quiet">{t('notes.none')}</p>}
      <ol className={css['notes']}>
        {session.notes.toReversed().map(({ noteId, author, at, text: words }) => (
          <li key={noteId}>
            <span className="quiet small figures">
              {formatClock(at, 'up')} · {session.participants[author]?.name}
            </span>
            <p>{words}</p>
          </li>
        ))}
      </ol>
    </>
  );
}
