import { TextInput } from '@mantine/core';
import { type ReactNode, useId } from 'react';

type Props = {
  readonly label: string;
  readonly description: string;
  readonly defaultValue: string;
  readonly error: ReactNode;
};

/** Every time zone that this browser knows. Some lists lack UTC. */
const ZONES = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];

/** The form field `timeZone`. Typing any part of a name finds it in the list. */
export function TimeZoneInput(props: Props) {
  const list = useId();
  return (
    <>
      <TextInput {...props} name="timeZone" list={list} autoComplete="off" spellCheck={false} />
      <datalist id={list}>
        {ZONES.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
