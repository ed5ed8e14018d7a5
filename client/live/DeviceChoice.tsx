import { NativeSelect } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { MediaDevice } from '#client/media/capture.ts';

type DeviceChoiceProps = {
  /** What is to be chosen, in words. */
  readonly label: string;
  /** What a device is called that has no name. */
  readonly unnamed: string;
  readonly error?: string | undefined;
  readonly list: () => Promise<readonly MediaDevice[]>;
  readonly onChoose: (id: string) => void;
};

/** How often plugged-in devices are looked for while one is needed, in ms. */
const LOOK_EVERY_MS = 1_500;

/** The devices that are plugged in now, to choose one of. */
export function DeviceChoice({ label, unnamed, error, list, onChoose }: DeviceChoiceProps) {
  const [present, setPresent] = useState<readonly MediaDevice[]>([]);

  useEffect(() => {
    let isOver = false;
    const look = () => {
      list().then(
        (found) => !isOver && setPresent(found),
        () => undefined, // a browser that lists nothing leaves the list as it is
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
