import { type SubmitEvent, useState } from 'react';
import type { z } from 'zod';
import { readForm } from './readForm.ts';

/** A form's state: fields parsed by a schema, one request at a time, and the error for the screen. */
export function useSubmit<S extends z.ZodType, T>(
  schema: S,
  send: (value: z.output<S>) => Promise<T>,
  onDone: (answer: T) => void,
) {
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  async function submit(form: HTMLFormElement): Promise<void> {
    const reading = readForm(form, schema);
    setMissing(reading.is === 'incomplete' ? reading.fields : []);
    setFailure(undefined);
    if (reading.is === 'incomplete' || busy) return;
    setBusy(true);
    try {
      onDone(await send(reading.value));
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  }

  return {
    /** Whether the field of this name is missing or invalid. */
    isMissing: (name: string) => missing.includes(name),
    failure,
    busy,
    onSubmit: (event: SubmitEvent<HTMLFormElement>) => {
      event.preventDefault();
      void submit(event.currentTarget);
    },
  };
}
