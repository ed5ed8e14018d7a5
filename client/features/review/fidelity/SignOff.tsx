import { Button, Textarea } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClinicTime } from '#client/api/clinic.ts';
import { HttpErrorNote } from '#client/ui/HttpErrorNote.tsx';
import { personIn } from '#shared/session/review/personIn.ts';
import { useReview } from '../reviewContext.ts';
import { useEnter } from '../useEnter.ts';
import { wallTime } from '../wallTime.ts';
import css from './Fidelity.module.css';

/** Whether the session is signed off. Supervisors can sign it off, or undo that with a reason. */
export function SignOff() {
  const { t } = useTranslation('fidelity');
  const { whenOf } = useClinicTime();
  const { state, self } = useReview().review;
  const { signedOff, withdrawn } = state.review;
  const isSupervisor = self.role === 'supervisor';
  const said = ({ by, at }: { by: typeof self.participantId; at: number }) => {
    return { name: personIn(state, by).name, when: whenOf(wallTime(state, at)) };
  };
  return (
    <section className={css['section']} aria-labelledby="sign-off">
      <h2 id="sign-off">{t('signOff.title')}</h2>
      {signedOff === undefined ? (
        <p className="quiet small">{t(isSupervisor ? 'signOff.waiting' : 'signOff.waitingTherapist')}</p>
      ) : (
        <p>{t('signOff.done', said(signedOff))}</p>
      )}
      {signedOff !== undefined && signedOff.note !== '' && <blockquote>{signedOff.note}</blockquote>}
      {withdrawn !== undefined && (
        <p className="quiet small">{t('signOff.withdrawn', { ...said(withdrawn), reason: withdrawn.reason })}</p>
      )}
      {isSupervisor && (signedOff === undefined ? <SignOffForm /> : <WithdrawForm />)}
    </section>
  );
}

function SignOffForm() {
  const { t } = useTranslation('fidelity');
  const { enter, failure, busy } = useEnter();
  const [note, setNote] = useState('');
  return (
    <form
      className={css['form']}
      onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault();
        if (!busy) void enter({ type: 'session.sign-off', note: note.trim() });
      }}
    >
      <Textarea
        label={t('signOff.note')}
        autosize
        minRows={2}
        maxLength={2_000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {failure === undefined ? null : <HttpErrorNote error={failure} kept />}
      <Button type="submit" disabled={busy}>
        {t('signOff.action')}
      </Button>
    </form>
  );
}

function WithdrawForm() {
  const { t } = useTranslation(['fidelity', 'common']);
  const { enter, failure, busy } = useEnter();
  const [reason, setReason] = useState<string>();
  if (reason === undefined) {
    return (
      <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setReason('')}>
        {t('signOff.withdraw')}
      </Button>
    );
  }
  return (
    <form
      className={css['form']}
      onSubmit={(event: SubmitEvent<HTMLFormElement>) => {
        event.preventDefault();
        if (!busy) void enter({ type: 'sign-off.withdraw', reason: reason.trim() });
      }}
    >
      <Textarea
        label={t('signOff.reason')}
        autosize
        autoFocus
        required
        minLength={3}
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {failure === undefined ? null : <HttpErrorNote error={failure} kept />}
      <div className={css['save']}>
        <Button variant="default" onClick={() => setReason(undefined)}>
          {t('common:cancel')}
        </Button>
        <Button type="submit" disabled={busy || reason.trim().length < 3}>
          {t('signOff.confirm')}
        </Button>
      </div>
    </form>
  );
}
