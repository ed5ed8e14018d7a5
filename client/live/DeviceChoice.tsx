import { NativeSelect } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { MediaDevice } from '#client/media/capture.ts';

type DeviceChoiceProps = {
  readonly label: string;
  /** The text for a device without a name. */
  readonly unnamed: string;
  readonly error?: string | undefined;
  readonly list: () => Promise<readonly MediaDevice[]>;
  readonly onChoose: (id: string) => void;
};

/** How often connected devices are listed while one is needed, in ms. */
const LOOK_EVERY_MS = 1_500;

/** Chooses one of the connected devices. */
export function DeviceChoice({ label, unnamed, error, list, onChoose }: DeviceChoiceProps) {
  const [present, setPresent] = useState<readonly MediaDevice[]>([]);

  useEffect(() => {
    let isOver = false;
    const look = () => {
      list().then(
        (found) => !isOver && setPresent(found),
        () => undefined, // if the browser lists nothing, the list stays
      );
    };
    look();
    const looking = setInterval(look, LOOK_EVERY_MS);
    return () => {
      isOver = true;
      clearInterval(looking);
    };
  }, [list]);

  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      error={error}
      value=""
      onChange={({ currentTarget: { value } }) => value !== '' && onChoose(value)}
    >
      <option value="">{label}</option>
      {present.map(({ id, label: name }) => (
        <option key={id} value={id}>
          {name || unnamed}
        </option>
      ))}
    </NativeSelect>
  );
}
